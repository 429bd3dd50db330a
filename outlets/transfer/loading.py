"""Back in: into an empty site, wholly or not at all."""

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from django.apps import apps
from django.core import serializers
from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.management import call_command
from django.core.management.color import no_style
from django.core.serializers.base import DeserializationError
from django.db import DatabaseError, connection, transaction
from django.utils.translation import gettext as _
from wagtail.models import Collection, Locale, Page, Site

from pages.models import SiteSettings

from . import pages
from .errors import TransferError
from .reading import check, is_page, records
from .shapes import AFTER_PAGES, BEFORE_PAGES, COMMENTS, FILES, inside, label, page_rows

MAY_EXIST = [Collection, Site, SiteSettings, apps.get_model("comments.consenttext")]

# What a record raises that was written by hand or by another version.
UNFIT = (DatabaseError, DeserializationError, ValidationError, LookupError, TypeError, ValueError)


@dataclass
class Outcome:
    """What was loaded: rows by model, and the pages that were public and now are drafts, with the reasons."""

    counts: dict
    refused: dict = field(default_factory=dict)


def load_content(folder, say):
    """Load what `write_content` wrote into `folder` (Path); give the Outcome. `say` takes a line (str).

    Raises TransferError when the site is not empty, a line cannot be used, a file is damaged, or fewer rows
    arrived than left. Then nothing was changed, but for files already copied.
    """
    folder = Path(folder)
    languages, expected = check(folder / "content.jsonl")
    _require_empty()
    try:
        with transaction.atomic():
            outcome = _load(folder, languages, expected, say)
    except UNFIT as error:
        raise TransferError(_("A record does not fit: %(reason)s") % {"reason": repr(error)}) from error
    call_command("update_index", verbosity=0)
    return outcome


def _load(folder, languages, expected, say):
    for code in languages:
        Locale.objects.get_or_create(language_code=code)
    path = folder / "content.jsonl"
    host = _clear_the_welcome()
    for _number, record in records(path):
        if "model" in record:
            pages.plant(record) if is_page(record) else _save_row(folder, record)
    _keep_host(host)
    root = Page.get_first_root_node()
    Page.objects.filter(pk=root.pk).update(numchild=root.get_children().count())
    for record in _pages_in(path):
        pages.fill(record)
    say(_("everything is in as drafts; publishing what was public"))
    refused = _publish_all(path, say)
    for record in _pages_in(path):
        pages.keep_draft(record)
    _next_numbers()
    call_command("rebuild_references_index", verbosity=0)
    _compare(expected, say)
    return Outcome(expected, refused)


def _pages_in(path):
    return (record for _number, record in records(path) if "model" in record and is_page(record))


def _publish_all(path, say):
    """Publish until nothing more goes: a page may need another one that is public. Give {title: reasons}."""
    waiting, refused = {record["pk"] for record in _pages_in(path) if record["live"]}, {}
    while waiting:
        asked = (record for record in _pages_in(path) if record["pk"] in waiting)
        refused = {record["pk"]: reasons for record in asked if (reasons := pages.publish(record))}
        if refused.keys() == waiting:
            break
        waiting = set(refused)
    titles = dict(Page.objects.filter(pk__in=refused).values_list("pk", "title"))
    for pk, reasons in refused.items():
        say(_("kept as a draft: %(title)s: %(reasons)s") % {"title": titles[pk], "reasons": reasons})
    return {titles[pk]: reasons for pk, reasons in refused.items()}


def _save_row(folder, record):
    model = apps.get_model(record["model"])
    plain = {**record, "fields": inside(model, record["fields"])}
    (row,) = serializers.deserialize("python", [{key: plain[key] for key in ("model", "pk", "fields")}])
    if record.get("file"):
        row.object.file.name = _stored(folder, record["file"], row.object.file.storage)
    row.save()
    if model in FILES:
        row.object.tags.set(record["tags"])


def _stored(folder, file, storage):
    """Copy one file into storage; give its name (str) there. Raise TransferError when it is not the same."""
    root = (folder / "files").resolve()
    source = (root / file["name"]).resolve()
    if not source.is_relative_to(root) or not source.is_file():
        raise TransferError(_("The file %(name)s is missing in the export.") % {"name": file["name"]})
    if hashlib.sha256(source.read_bytes()).hexdigest() != file["sha256"]:
        raise TransferError(_("The file %(name)s was changed after the export.") % {"name": file["name"]})
    with source.open("rb") as content:
        return storage.save(file["name"], File(content))


def _require_empty():
    models = [model for model in [*BEFORE_PAGES, *AFTER_PAGES, *COMMENTS] if model not in MAY_EXIST]
    filled = [label(model) for model in models if model._default_manager.exists()]
    if page_rows().exists() or filled:
        what = ", ".join(filled) or _("pages")
        raise TransferError(_("This site is not empty (%(what)s). Load into an empty one.") % {"what": what})


def _clear_the_welcome():
    """Take Wagtail's welcome page and first site away; give that site's (host, port), None without one."""
    site = Site.objects.filter(is_default_site=True).first()
    Site.objects.all().delete()
    Page.objects.filter(depth__gt=1).delete()
    return (site.hostname, site.port) if site else None


def _keep_host(host):
    """The content moves in; the address of the house stays."""
    if host:
        Site.objects.filter(is_default_site=True).update(hostname=host[0], port=host[1])
    Site.clear_site_root_paths_cache()


def _next_numbers():
    """Let the database count on from the numbers that came along."""
    statements = connection.ops.sequence_reset_sql(no_style(), apps.get_models())
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _compare(expected, say):
    for name, number in expected.items():
        found = apps.get_model(name)._default_manager.count()
        say(f"{name}: {found}")
        if found != number:
            raise TransferError(
                _("Of %(name)s %(number)s left and %(found)s arrived.")
                % {"name": name, "number": number, "found": found}
            )
