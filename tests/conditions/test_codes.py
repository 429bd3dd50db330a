"""One code belongs to one condition, and says so in the editor's form."""

import pytest

from conditions.models import ConditionCode, ConditionPage
from conditions.models.condition import TEXTS
from editorial.gate import GateRefused, problems
from tests.editorial.factories import make_user
from tests.editorial.forms import form_values

from .factories import make_condition

REFUSED = (
    "ICD-10-CM M51.26 is already the code of “Lumbar disc herniation”. One code belongs to one condition."
)


def coded(parent, title="Lumbar disc herniation", code="M51.26", system="icd10cm", **fields):
    page = make_condition(parent, title, live=False, **fields)
    page.codes.add(ConditionCode(system=system, code=code))
    page.save()
    return page


def publish(page):
    page.save_revision().publish()
    return page


def reasons(page):
    return [problem.message for problem in problems(page) if problem.rule == "codes_are_its_own"]


@pytest.mark.parametrize("spelling", ["M51.26", "M5126", "m51.26"])
def test_the_code_of_another_condition_is_refused(tree, spelling):
    publish(coded(tree.conditions))
    second = coded(tree.conditions, "Sciatica", spelling)
    assert reasons(second) == [REFUSED.replace("M51.26", spelling)]
    with pytest.raises(GateRefused):
        publish(second)


def test_a_page_and_its_translation_count_as_one(tree, chinese_tree):
    first = publish(coded(tree.conditions))
    twin = coded(chinese_tree.conditions, "腰椎间盘突出", translation_key=first.translation_key)
    assert reasons(twin) == []
    publish(twin)
    assert ConditionPage.objects.get(pk=twin.pk).live


@pytest.mark.parametrize(("code", "system"), [("M51.27", "icd10cm"), ("M51.26", "icd10")])
def test_another_code_or_classification_is_no_duplicate(tree, code, system):
    publish(coded(tree.conditions))
    assert reasons(coded(tree.conditions, "Sciatica", code, system)) == []


def test_a_draft_holds_no_code(tree):
    coded(tree.conditions)
    assert reasons(coded(tree.conditions, "Sciatica")) == []


def test_a_copy_that_follows_its_source_is_no_other_condition(tree, chinese_tree):
    first = publish(coded(tree.conditions))
    first.create_alias(parent=tree.conditions, update_slug="again")
    assert reasons(ConditionPage.objects.get(pk=first.pk)) == []


def test_the_form_says_why_and_keeps_what_was_typed(client, tree):
    publish(coded(tree.conditions))
    second = coded(tree.conditions, "Sciatica")
    second.save_revision()
    client.force_login(make_user("chief", is_superuser=True, is_staff=True))
    address = f"/admin/pages/{second.pk}/edit/"
    empty = {f"{name}-count": "0" for name in TEXTS}
    typed = {"action-publish": "1", "summary": "Typed just now."}
    html = client.post(address, form_values(client.get(address)) | empty | typed).content.decode()
    assert REFUSED in html
    assert "Typed just now." in html
    assert not ConditionPage.objects.get(pk=second.pk).live
