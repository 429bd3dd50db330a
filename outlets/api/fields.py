"""What the API says of a page beyond Wagtail's own fields.

`FIELDS` are columns and cheap words, given in lists too; `DETAILS` only where one page is asked for.
"""

from rest_framework.fields import Field
from wagtail.api import APIField

from articles.models import ArticlePage
from conditions.models import ConditionPage, TreatmentPage
from editorial.models import ContributorPage, MedicalPage
from pages.models import HomePage, StandardPage

from . import values


class Said(Field):
    """A value that a function (page, view) makes."""

    def __init__(self, make):
        super().__init__(read_only=True)
        self.make = make

    def get_attribute(self, instance):
        return instance

    def to_representation(self, page):
        return self.make(page, self.context["view"])


def said(name, make):
    """Give the APIField called `name` (str) whose value is `make(page, view)`."""
    return APIField(name, serializer=Said(make))


COLUMNS = [
    *("summary", "content_label", "origin", "title_language", "body_language"),
    *("last_reviewed_on", "next_review_due", "materially_updated_on"),
]
MEDICAL = [*map(APIField, COLUMNS), said("label", values.label), said("review_status", values.review_status)]
NAMED = [*MEDICAL, said("names", values.names)]
FIELDS = {
    ConditionPage: [*NAMED, said("codes", values.codes)],
    TreatmentPage: [*NAMED, said("codes", values.codes)],
    ArticlePage: [*MEDICAL, APIField("format"), APIField("question"), said("topics", values.topics)],
    ContributorPage: [*map(APIField, ["kind", "credentials", "role_title", "interests", "verified_until"])],
    StandardPage: [APIField("summary")],
    HomePage: [APIField("headline"), APIField("summary")],
}
TEXT = [said("body_html", values.body_html), said("citations", values.citations)]
TRUSTED = [said("trust", values.trust), *TEXT]
DETAILS = {
    ConditionPage: [said("treatments", values.treatments), *TRUSTED],
    TreatmentPage: [said("conditions", values.uses), *TRUSTED],
    ArticlePage: [said("conditions", values.conditions), said("treatments", values.named), *TRUSTED],
    ContributorPage: TEXT[:1],
    StandardPage: TEXT,
    HomePage: TEXT,
}
# Fetched at once for a whole list of one type.
PREFETCHED = {
    ConditionPage: ["names", "codes"],
    TreatmentPage: ["names", "codes"],
    ArticlePage: ["tagged_items__tag"],
}


def listed_names(model):
    """Give the names (list of str) of the fields that a list of `model` shows unasked."""
    return [field.name for field in FIELDS.get(model, [])] if issubclass(model, MedicalPage) else []
