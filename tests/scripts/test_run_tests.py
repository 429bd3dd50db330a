"""`make test`: its last line adds up what happened, and its exit code is honest."""

from collections import Counter

import pytest

from scripts import run_tests
from scripts.children import StepFailed

REPORT = '<testsuites><testsuite tests="{}" failures="{}" errors="{}" skipped="{}"/></testsuites>'


@pytest.fixture
def report(tmp_path):
    """A function that writes pytest's report: tests, failures, errors, skipped."""

    def report(*counts):
        path = tmp_path / "report.xml"
        path.write_text(REPORT.format(*counts))
        return path

    return report


def test_what_did_neither_fail_nor_err_nor_skip_has_passed(report):
    assert run_tests.outcomes(report(10, 2, 1, 3), 1) == Counter(passed=4, failed=2, error=1, skipped=3)


def test_a_pass_without_a_report_is_an_error(tmp_path):
    assert run_tests.outcomes(tmp_path / "none.xml", 0)["error"] == 1


def test_an_exit_code_that_no_test_explains_is_an_error(report):
    assert run_tests.outcomes(report(10, 0, 0, 0), 3)["error"] == 1


def test_a_pass_that_found_no_test_is_an_error(report):
    assert run_tests.outcomes(report(0, 0, 0, 0), 5)["error"] == 1


@pytest.mark.parametrize(
    ("totals", "words"),
    [
        (Counter(passed=8, failed=1, skipped=2), "1 failed, 8 passed, 2 skipped in 75s"),
        (Counter(passed=8), "==== 8 passed in 75s"),
        (Counter(), "no tests ran"),
    ],
)
def test_the_last_line_is_worded_as_pytests(totals, words):
    assert words in run_tests.summary(totals, 75.2)


@pytest.mark.parametrize(("ci", "refuses"), [("true", True), ("", False)])
def test_without_postgresql_the_run_goes_on_except_in_ci(monkeypatch, capsys, ci, refuses):
    monkeypatch.setenv("CI", ci)
    if refuses:
        with pytest.raises(StepFailed, match="PostgreSQL is not installed"):
            run_tests.require_postgres({"SQLite": {}})
    else:
        run_tests.require_postgres({"SQLite": {}})
        assert "!!! PostgreSQL is not installed" in capsys.readouterr().out
