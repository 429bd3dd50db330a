"""Which passwords are refused, and why."""

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError


def refusals(password):
    """Give the codes (set of str) of what is wrong with a password."""
    try:
        validate_password(password)
    except ValidationError as error:
        return {found.code for found in error.error_list}
    return set()


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("short", "password_too_short"),
        ("password1234", "password_too_common"),
        ("Healthsite-24", "site_words"),
        ("wagtaildjango1", "site_words"),
        ("8" * 201, "too_long"),
    ],
)
def test_a_weak_password_is_refused(password, code):
    assert code in refusals(password)


@pytest.mark.parametrize(
    "password", ["four quiet herons wade", "健康的四只苍鹭在水边走过吗", "x7!" * 21 + "q"]
)
def test_a_long_one_of_any_letters_is_taken(password):
    assert refusals(password) == set()
