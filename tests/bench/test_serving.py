"""What wrk and the system say of a server is read rightly; nothing is timed here."""

from types import SimpleNamespace

import pytest

from bench import serving
from bench.serving import Target
from bench.site_speed import serving_table

SAID = """  Latency Distribution
     50%   11.57ms
     99%  {}
  4468 requests in 4.00s, 143.87MB read
{}Requests/sec:   1116.72
"""


@pytest.fixture
def wrk_says(monkeypatch):
    """A function that lets wrk say something; gives the list of commands with which it was called."""
    called = []

    def say(text):
        def run(command, **_options):
            called.append(command)
            return SimpleNamespace(stdout=text)

        monkeypatch.setattr(serving.subprocess, "run", run)
        return called

    return say


@pytest.mark.parametrize(
    ("printed", "milliseconds"), [("812.00us", 0.81), ("48.91ms", 48.91), ("1.64s", 1640)]
)
def test_percentiles_are_read_in_every_unit(printed, milliseconds):
    assert serving.figures_of(SAID.format(printed, "")) == (1116.72, milliseconds)


def test_an_answer_that_refuses_is_no_measurement(wrk_says):
    wrk_says(SAID.format("1.00ms", "  Non-2xx or 3xx responses: 12\n"))
    with pytest.raises(RuntimeError, match="Non-2xx"):
        serving.wrk(Target("http://localhost/"))


def test_words_for_wrk_stand_around_the_address(wrk_says):
    called = wrk_says(SAID.format("1.00ms", ""))
    serving.wrk(Target("http://localhost/", options=("-s", "post.lua"), words=("--", "3", "9")))
    assert called[0][-6:] == ["-s", "post.lua", "http://localhost/", "--", "3", "9"]


def test_all_processes_under_those_of_a_server_are_counted(monkeypatch):
    family = {1: ["11", "12"], 2: [], "11": ["111"], "12": [], "111": []}
    monkeypatch.setattr(serving, "children", family.get)
    monkeypatch.setattr(serving, "used", lambda pid: 0.5)
    assert serving.busy(1, 2) == 2.5
    assert serving.busy() == 0


def test_the_next_one_waits_until_a_server_is_at_rest(monkeypatch):
    seconds = iter([1.0, 1.2, 1.2, 1.3, 1.3, 1.3])
    monkeypatch.setattr(serving, "busy", lambda *pids: next(seconds))
    monkeypatch.setattr(serving.time, "sleep", lambda _seconds: None)
    serving.settle((7,))
    assert list(seconds) == []


def test_of_several_rounds_the_middle_counts_beside_the_limit():
    found = serving.figures([(100, 9.0, 2.0), (300, 5.0, 1.0), (200, 7.0, 3.0)], 50_000)
    assert found == {"rate": 200, "ratio": 0.004, "p99": 7.0, "cpu": 2.0}
    assert serving.figures([(16.44, 9.0, 2.0)], 50_000)["rate"] == 16.4


def test_every_page_of_the_site_is_asked_for_at_the_server_that_keeps_no_bytes():
    ports = {"static": 1, "front": 2, "site": 3, "stored": 4}
    workers = {name: SimpleNamespace(pid=number) for number, name in enumerate(("nginx", "site", "stored"))}
    found = serving.own_targets(ports, workers, "/a/", {"condition": "/c/"})
    assert found[serving.ours("condition")] == Target("http://localhost:4/c/", (2,))
    assert found[serving.FRONT] == Target("http://localhost:2/a/", (0, 1))


def test_the_table_tells_small_shares_and_leaves_out_the_size_of_a_form():
    one = {"rate": 43, "ratio": 0.00066, "p99": 803.0, "cpu": 45.5, "bytes": 62_575}
    lines = list(serving_table({"slow": one, "form": {**one, "bytes": None}}, [204, 180]))
    assert "| slow | 62,575 | 43 | 0.00066 | 803.0 | 45.5 |" in lines
    assert "| form | – | 43 | 0.00066 | 803.0 | 45.5 |" in lines
