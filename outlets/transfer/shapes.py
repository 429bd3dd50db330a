"""What a row looks like outside: nothing that means something in one database only.

Members of staff and revisions become null, a language is its code.
"""

from django.apps import apps
from django.contrib.auth import get_user_model
from django.contrib.contenttypes.models import ContentType
from django.core import serializers
from django.core.exceptions import FieldDoesNotExist
from modelcluster.models import get_all_child_relations
from wagtail.models import COMMENTS_RELATION_NAME, Locale, Page, Revision, Site

from articles.models import Series
from comments.models import ConsentText, ReaderComment
from conditions.models import GradeChange
from editorial.models import ClaimException, Correction, Fact, Review, Source, Withdrawal, WithdrawnPage
from pages.models import GlossaryTerm, SiteImage, SiteSettings, SiteText

FORMAT, VERSION = "healthsite-content", 1


def models_of(*names):
    """Give the models called `names` ("app.model")."""
    return [apps.get_model(name) for name in names]


FILES = [SiteImage, *models_of("wagtaildocs.document")]
# What pages refer to, then what refers to pages; each after what it refers to itself.
BEFORE_PAGES = [
    *models_of("wagtailcore.collection", "taggit.tag"),
    *FILES,
    *(Source, Fact, Series, GlossaryTerm),
]
AFTER_PAGES = [
    *(Site, SiteSettings, SiteText),
    *(Review, Correction, Withdrawal, WithdrawnPage, ClaimException, GradeChange),
    *models_of("wagtailcore.pageviewrestriction", "wagtailredirects.redirect"),
    *models_of("wagtailsearchpromotions.query", "wagtailsearchpromotions.searchpromotion"),
]
COMMENTS = [ConsentText, ReaderComment]
# A password stays at home: what was behind one is behind a login. So do keys made with this site's secret.
REPLACED = {
    "wagtailcore.pageviewrestriction": {"restriction_type": "login", "password": "", "groups": []},
    "comments.readercomment": {"writer_key": "", "network_key": "", "form_key": None},
}
LEFT_AT_HOME = (get_user_model(), Revision, ContentType)


def label(model):
    """Give the name ("app.model") of a model."""
    return model._meta.label_lower


def record_of(row):
    """Give the record (dict) of a row that is no page."""
    (plain,) = serializers.serialize("python", [row])
    fields = walk(type(row), plain["fields"], _outside)
    return {"model": label(type(row)), "pk": row.pk, "fields": fields | REPLACED.get(label(type(row)), {})}


def page_data(model, data):
    """Give what modelcluster made of a page or a draft (dict), fit to leave."""
    return walk(model, {**data, COMMENTS_RELATION_NAME: []}, _outside)


def inside(model, data):
    """Give `data` (dict) as this database needs it: languages as their numbers here."""
    return walk(model, data, _inside)


def walk(model, data, turn):
    """Give `data` (dict) with `turn(model referred to, value)` for each key to another row, at any depth."""
    children = {rel.get_accessor_name(): rel.related_model for rel in get_all_child_relations(model)}
    result = {}
    for name, value in data.items():
        if name in children:
            result[name] = [walk(children[name], child, turn) for child in value]
        else:
            result[name] = _turned(model, name, value, turn)
    return result


def _turned(model, name, value, turn):
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return value
    return turn(field.related_model, value) if field.many_to_one or field.one_to_one else value


def _outside(referred, value):
    if referred in LEFT_AT_HOME:
        return None
    return locale_codes()[value] if referred is Locale and value else value


def _inside(referred, value):
    if referred is not Locale or value is None:
        return value
    return {code: pk for pk, code in locale_codes().items()}[value]


def locale_codes():
    """Give {primary key: language code}."""
    return dict(Locale.objects.values_list("pk", "language_code"))


def page_rows():
    """Give the pages (PageQuerySet) that travel, parents first: not plain ones like Wagtail's "Welcome"."""
    return Page.objects.filter(depth__gt=1).not_exact_type(Page).order_by("path")
