"""What staff have done before a journey starts, or would need many clicks for."""

import json
from datetime import timedelta

from django.utils import timezone

from editorial.claims import open_claims
from editorial.models import ContributorPage
from tests.editorial.factories import make_contributor, make_source, make_user


def hire(tree):
    """Make accounts, an author with a profile, a clinician who may review, and a source."""
    for name, group in [("editor", "Editors"), ("publisher", "Publishers"), ("moderator", "Moderators")]:
        make_user(name, group)
    reviewer = make_user("reviewer", "Medical reviewers")
    until = timezone.localdate() + timedelta(days=30)
    make_contributor(tree.people, "Dr Demo", user=reviewer, is_clinician=True, verified_until=until)
    make_contributor(tree.people, "Ada Author")
    make_source("A guideline on backs")


def take_claims_out(article):
    """Take every sentence out of a draft that the claim linter would stop."""
    draft = article.get_latest_revision_as_object()
    blocks = json.dumps(list(draft.body.raw_data), ensure_ascii=False)
    for hit in open_claims(draft):
        if hit.blocks:
            blocks = blocks.replace(hit.sentence, "")
    draft.body = blocks
    draft.save_revision()


def decide_evidence(article):
    """Say for every treatment of the conditions of `article` that its evidence is not assessed, and why."""
    assessor = ContributorPage.objects.get(title="Dr Demo")
    for condition in article.conditions.all():
        page = condition.get_latest_revision_as_object()
        for option in page.treatment_options.all():
            for evidence in option.stages.all():
                evidence.reason, evidence.assessed_by = "Nobody has looked yet.", assessor
                evidence.assessed_on = timezone.localdate()
        page.save_revision()
