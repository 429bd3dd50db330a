"""Files, imports and proposals for tests."""

from importing.models import ImportedFile
from importing.services import Incoming, import_files

from .samples import TREATMENTS_ENGLISH


def incoming(text=TREATMENTS_ENGLISH, name="page.txt"):
    """Give an Incoming with this text (str or bytes)."""
    data = text if isinstance(text, bytes) else text.encode()
    return Incoming(name, lambda: data)


def import_text(text=TREATMENTS_ENGLISH, name="page.txt", **options):
    """Import one text; give its ImportedFile."""
    run, _report = import_files([incoming(text, name)], **options)
    return ImportedFile.objects.select_related("page").get(run=run)


CHINESE_TITLE = """游泳治疗膝盖痛
Introduction
Knee arthritis hurts. Knee arthritis is common, and many people with knee arthritis like warm water.
相关文章
发表评论
"""
