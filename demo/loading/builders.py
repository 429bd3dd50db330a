"""From a content file to an unsaved page of its type."""

from datetime import timedelta

from django.utils import timezone
from wagtail.models import Locale

from articles.models import ArticlePage, PickedArticle, Series
from conditions.models import (
    Certainty,
    ConditionCode,
    ConditionName,
    ConditionPage,
    StageEvidence,
    TreatmentName,
    TreatmentOption,
    TreatmentPage,
)
from demo.bodies import list_to_rich_text, to_blocks, to_rich_text
from demo.content_files import read_table
from editorial.models import Contribution, ContributorPage, User
from pages.models import StandardPage

CONDITION_SECTIONS = ("overview", "symptoms", "causes", "diagnosis", "treatment_intro", "get_help")
TREATMENT_TEXTS = ("benefits", "risks", "suitable_for", "without_treatment")
OPTION_TEXTS = ("benefits", "risks", "suitable_for")


def standard_page(file, scope):
    """Give a StandardPage."""
    return StandardPage(**page_fields(file), body=to_blocks(file.sections["body"], scope))


def contributor(file, scope):
    """Give a ContributorPage; nobody in the demonstration has verified credentials."""
    head = file.head
    return ContributorPage(
        title=head["title"],
        slug=file.slug,
        kind=head["kind"],
        role_title=head.get("role_title", ""),
        credentials=head.get("credentials", ""),
        interests=head.get("interests", ""),
        commercial_interest=head.get("commercial_interest", False),
        search_description=head.get("role_title", ""),
        biography=to_rich_text(file.sections["body"], scope),
        user=scope.ledger.one(User, f"accounts/{head['account']}") if "account" in head else None,
    )


def treatment(file, scope):
    """Give a TreatmentPage with its names."""
    texts = {
        name: to_rich_text(file.sections[name], scope) for name in TREATMENT_TEXTS if name in file.sections
    }
    page = TreatmentPage(
        **medical_fields(file),
        **texts,
        picture=_picture(file, scope),
        how_it_works=to_blocks(file.sections["how_it_works"], scope),
    )
    page.names = [TreatmentName(**name) for name in _names(file)]
    return _with_people(page, file, scope)


def condition(file, scope):
    """Give a ConditionPage with its names, codes and treatment options."""
    sections = {
        name: to_blocks(file.sections[name], scope) for name in CONDITION_SECTIONS if name in file.sections
    }
    page = ConditionPage(**medical_fields(file), **sections, picture=_picture(file, scope))
    page.names = [ConditionName(**name) for name in _names(file)]
    page.codes = [ConditionCode(**code) for code in file.head.get("codes", ())]
    page.treatment_options = _options(file, scope)
    return _with_people(page, file, scope)


def page_fields(file):
    """Give the fields (dict) that every text page takes from its head."""
    head = file.head
    return {
        "title": head["title"],
        "slug": file.slug,
        "summary": head["summary"],
        "search_description": head["summary"],
        "show_in_menus": head.get("show_in_menus", False),
    }


def medical_fields(file):
    """Give the fields (dict) that every medical page takes from its head. Days count from today."""
    head = file.head
    fields = page_fields(file) | {
        name: head[name] for name in ("title_language", "body_language", "comments_mode") if name in head
    }
    if "review_in_days" in head:
        fields["next_review_due"] = timezone.localdate() + timedelta(days=head["review_in_days"])
    return fields


def article(file, scope):
    """Give an ArticlePage with its series, topics and related pages."""
    head = file.head
    page = ArticlePage(
        **medical_fields(file),
        format=head.get("format", ArticlePage.Format.ARTICLE),
        question=head.get("question", ""),
        picture=_picture(file, scope),
        picture_alt=scope.picture(head["picture"])[1] if "picture" in head else "",
        body=to_blocks(file.sections["body"], scope),
        series=_series(head, scope),
        series_position=head.get("series_position", 1),
    )
    page.conditions = scope.pages("conditions", head.get("conditions", ()))
    page.treatments = scope.pages("treatments", head.get("treatments", ()))
    page.tags.add(*head.get("topics", ()))
    related = scope.pages("articles", head.get("related", ()))
    page.picked_articles = [PickedArticle(target=target) for target in related]
    return _with_people(page, file, scope)


def _series(head, scope):
    """The series of this title, made when the first of its articles is loaded."""
    if "series" not in head:
        return None
    key = f"{scope.language}/series/{head['series']}"
    if key not in scope.ledger:
        scope.ledger.remember(key, Series.objects.create(title=head["series"]))
    return scope.ledger.one(Series, key)


def _with_people(page, file, scope):
    page.contributions = _contributions(file, scope)
    return page


def _contributions(file, scope):
    pages = scope.pages("people", file.head.get("authors", ()))
    return [Contribution(contributor=page, role=Contribution.Role.AUTHOR) for page in pages]


def _picture(file, scope):
    return scope.picture(file.head["picture"])[0] if "picture" in file.head else None


def _names(file):
    return [{"language": file.language, **name} for name in file.head.get("names", ())]


def _options(file, scope):
    """The options whose treatment still exists."""
    options = (_option(words, scope) for words in file.head.get("options", ()))
    return [option for option in options if option.treatment_id]


def _option(words, scope):
    texts = {name: list_to_rich_text(words[name], scope) for name in OPTION_TEXTS if name in words}
    option = TreatmentOption(
        treatment=scope.page("treatments", words["treatment"]),
        group=words["group"],
        approach=words["approach"],
        summary=words["summary"],
        locale=Locale.objects.get(language_code=scope.language),
        **texts,
    )
    _join_translation(option, scope)
    option.stages = [_ungraded(stage, scope) for stage in words["stages"]]
    return option


def _ungraded(stage, scope):
    """A stage without a grade: the demonstration assesses nothing, and says who left it open, and why."""
    return StageEvidence(
        stage=stage["stage"],
        note=stage["note"],
        certainty=Certainty.NOT_ASSESSED,
        reason=read_table(f"{scope.language}/site")["why_not_assessed"],
        assessed_by=scope.page("people", "editorial-team"),
        assessed_on=timezone.localdate(),
    )


def _join_translation(option, scope):
    """Give the option the translation key of the same treatment on the English page of the condition."""
    original = scope.original()
    twins = original.treatment_options.select_related("treatment") if original and option.treatment_id else ()
    for twin in twins:
        if twin.treatment.translation_key == option.treatment.translation_key:
            option.translation_key = twin.translation_key
