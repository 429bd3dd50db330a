"""A condition with two options, and its translation made with segments."""

from types import SimpleNamespace

import pytest
from wagtail_localize.models import StringTranslation, Translation, TranslationSource
from wagtail_localize.operations import translate_object

from editorial.models import User
from tests.conditions.factories import make_condition, make_option, make_treatment
from tests.pages.factories import paragraph, text_of


def stored(page):
    """Give the page as the database has it."""
    return type(page).objects.get(pk=page.pk)


@pytest.fixture
def admin(client, db):
    user = User.objects.create_superuser("root", "root@example.org", "a-long-password")
    client.force_login(user)
    return user


@pytest.fixture
def gout(tree, chinese_tree):
    """A published English condition with two graded options."""
    page = make_condition(tree.conditions, "Gout", overview=text_of([]), summary="A joint swells.")
    for title, group in (("Rest", "conventional"), ("Cherries", "complementary")):
        make_option(
            page,
            make_treatment(tree.treatments, title),
            group=group,
            stages=[("early", "not_assessed"), ("late", "not_assessed")],
            benefits=f"<p>{title} may ease pain.</p>",
            risks=f"<p>{title} has risks.</p>",
        )
    page = stored(page)
    page.overview = paragraphs("<p>Gout hurts.</p>")
    page.save_revision().publish()
    return stored(page)


def paragraphs(*texts):
    """Give a stored stream (list of dict) of paragraphs with fixed keys."""
    return [
        {"type": kind, "value": value, "id": f"00000000-0000-4000-8000-{number:012}"}
        for number, (kind, value) in enumerate(map(paragraph, texts))
    ]


@pytest.fixture
def desk(gout, chinese_tree):
    """The desk of the condition's translation into Chinese."""
    return desk_for(gout, chinese_tree.home.locale)


def desk_for(page, locale):
    """`say({english: chinese})` translates, `publish()` publishes, `page()` gives the Chinese page."""
    translate_object(page, [locale])
    job = Translation.objects.get(source__object_id=page.translation_key)
    return SimpleNamespace(
        job=job,
        say=lambda words: say(job.source, locale, words),
        publish=lambda: Translation.objects.get(pk=job.pk).save_target(publish=True),
        page=lambda: type(page).objects.get(translation_key=page.translation_key, locale=locale),
        sync=lambda: TranslationSource.objects.get(pk=job.source_id).update_from_db(),
    )


def say(source, locale, words):
    """Write translations (dict of str) as the editor at the segments would."""
    for segment in source.stringsegment_set.select_related("string"):
        if segment.string.data in words:
            StringTranslation.objects.update_or_create(
                translation_of=segment.string,
                locale=locale,
                context=segment.context,
                defaults={"data": words[segment.string.data]},
            )
