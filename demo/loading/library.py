"""Sources and pictures: what pages refer to."""

from django.core.files import File
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Collection

from demo.content_files import LANGUAGES, PICTURES, read_table
from editorial.models import Source
from pages.models import SiteImage

COLLECTION = "Demonstration"


def load_sources(ledger, say):
    """Make the Source records of `sources.toml` that were never loaded."""
    for key, fields in read_table("sources").items():
        if f"sources/{key}" not in ledger:
            _load_source(ledger, key, fields)
            say(_("source {key}").format(key=key))


@transaction.atomic
def _load_source(ledger, key, fields):
    # Somebody may have entered the same publication already: it is the same source.
    twin = Source.objects.filter(doi=fields["doi"]).first() if fields.get("doi") else None
    ledger.remember(f"sources/{key}", twin or Source.objects.create(**fields))


def load_pictures(ledger, say):
    """Put the pictures of `pictures.toml` into the library, one for each language with its own alt text."""
    for key, fields in read_table("pictures").items():
        for language in LANGUAGES:
            if f"{language}/pictures/{key}" not in ledger:
                _load_picture(ledger, key, fields, language)
                say(_("picture {key}").format(key=f"{language}/{key}"))


@transaction.atomic
def _load_picture(ledger, key, fields, language):
    with (PICTURES / f"{key}.webp").open("rb") as file:
        image = SiteImage(
            title=fields["title"][language],
            description=fields["alt"][language],
            credit=fields["credit"][language],
            licence=fields["licence"],
            collection=_collection(),
            file=File(file, name=f"{key}-{language}.webp"),
        )
        image.save()
    ledger.remember(f"{language}/pictures/{key}", image)


def _collection():
    root = Collection.get_first_root_node()
    found = root.get_children().filter(name=COLLECTION).first()
    return found or root.add_child(name=COLLECTION)
