"""What an article and its translations are about: the same, each in its own language.

The original says it; a translation stores the translated conditions and treatments as soon as these are
public, those of the original until then. So lists, filters and related articles of a language need not
know about translations.
"""

from wagtail.models import Locale

from pages.translations import in_language

SHARED = ("conditions", "treatments")


def take_from_original(article):
    """Give an unsaved translation the conditions and treatments of its original; others keep theirs."""
    original = article.original
    if original is not None:
        for name in SHARED:
            setattr(article, name, in_language(getattr(original, name).all(), article.locale_id))


def hand_to_translations(article):
    """Write what a saved original is about into its translations; give (list) those that changed."""
    if article.locale_id != Locale.get_default().pk:
        return []
    return [twin for twin in article.get_translations() if _rewrite(twin)]


def use_translated(page, **kwargs):
    """Let the articles in the language of `page`, a condition or treatment just published, name it."""
    name = type(page).articles.field.name
    named = {f"{name}__in": page.get_translations().values("pk")}
    for article in page.articles.model.objects.filter(locale_id=page.locale_id, **named).distinct():
        _rewrite(article)


def subject_keys(relation, ids):
    """Give {article id: set of translation keys} of `relation` (ArticlePage.conditions or .treatments).

    `ids`: of the articles (iterable of int). One query; articles without subjects are left out.
    """
    key = f"{relation.field.m2m_reverse_field_name()}__translation_key"
    rows = relation.through.objects.filter(articlepage__in=list(ids)).values_list("articlepage_id", key)
    found = {}
    for pk, subject in rows:
        found.setdefault(pk, set()).add(subject)
    return found


def _rewrite(twin):
    """Store the subjects of the translation `twin` if they differ from its original's; say whether (bool)."""
    before = _stored(twin)
    take_from_original(twin)
    for name in SHARED:
        getattr(twin, name).commit()
    return _stored(twin) != before


def _stored(article):
    fresh = type(article)(pk=article.pk)
    return [set(getattr(fresh, name).values_list("pk", flat=True)) for name in SHARED]
