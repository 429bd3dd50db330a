"""What a site put around the text is taken out, and nothing else."""

import pytest

from .reading import entries, headings, paragraphs, read
from .samples import CHINESE, TREATMENTS_ENGLISH

TEXT = "This is a sentence of running text that is long enough to be a body."


def kept(line):
    """Whether `line` is still in the draft, standing between two texts."""
    page = read(f"A Title\n\n{TEXT}\n\n{line}\n\n{TEXT}")
    return line in paragraphs(page) + headings(page)


@pytest.mark.parametrize(
    "line",
    [
        *("Menu", "MENU", "Close", "Back to top", "Return to the main menu", "Home", "Search", "Read more"),
        *("Share this page", "Share on Facebook", "Print", "Facebook | Twitter | WeChat", "Skip to content"),
        *("© 2020 Somebody", "All rights reserved.", "Home > Health > Knees", "You are here: Home > Knees"),
        *("Views: 1,234", "Published on 12 May 2019", "Home | About us | Contact", "-----", "***", "|"),
        *(
            "菜单",
            "返回首页",
            "首页 > 健康 > 膝盖",
            "分享到：微信",
            "版权所有 某某网站",
            "阅读(1234)",
            "发布时间：2020-01-02",
        ),
    ],
)
def test_furniture_is_removed_with_a_reason(line):
    page = read(f"A Title\n\n{TEXT}\n\n{line}\n\n{TEXT}")
    assert line not in paragraphs(page) + headings(page)
    assert [entry.original for entry in page.ledger.entries if entry.action == "removed"] == [line]


@pytest.mark.parametrize(
    "line",
    [
        *(
            "Save lives with clean hands",
            "Close the wound with a clean cloth.",
            "Home care",
            "Menu for a week",
        ),
        *(
            "Back to work after an illness",
            "Updated advice for 2020",
            "Search for the cause",
            "Next: wash it.",
        ),
        *(
            "菜单上少放一点盐。",
            "分享一位老人的经历",
            "首页没有写清楚的事情",
            "Print size matters for readers",
        ),
    ],
)
def test_lines_that_only_look_like_furniture_stay(line):
    assert kept(line)


@pytest.mark.parametrize(
    ("line", "kind", "title"),
    [
        ("<<: How to stand up", "previous", "How to stand up"),
        (">>: How to sit down", "next", "How to sit down"),
        ("Previous: How to stand up", "previous", "How to stand up"),
        ("Next article: How to sit down", "next", "How to sit down"),
        ("上一篇：怎样站起来", "previous", "怎样站起来"),
        ("下一篇：没有了", "next", ""),
        ("« How to stand up", "previous", "How to stand up"),
    ],
)
def test_marks_of_neighbours_become_links(line, kind, title):
    page = read(f"A Title\n\n{TEXT}\n{line}")
    assert [(link.kind, link.title) for link in page.links] == [(kind, title)]


def test_a_run_of_cut_off_lines_is_a_list_of_teasers():
    page = read(f"A Title\n\n{TEXT}\n\nMany people walk to work because ...\nWater is what most peo...")
    assert [link.title for link in page.links] == [
        "Many people walk to work because",
        "Water is what most peo",
    ]


def test_one_sentence_that_ends_in_points_stays():
    assert kept("And then there was nothing more to say...")


def test_headings_of_dynamic_parts_go_with_the_lines_under_them():
    page = read(CHINESE)
    assert [entry.original for entry in entries(page, "related_title")] == ["颈椎病的日常护理"]
    assert [entry.original for entry in entries(page, "comment_form")] == ["姓名", "提交"]


def test_a_text_after_a_related_list_stays_with_its_heading():
    long_text = " ".join([TEXT] * 3)
    page = read(
        f"A Title\n\n{TEXT}\n\nRelated articles\nHow to sit\nHow to stand\n\nWhat comes next\n\n{long_text}"
    )
    assert headings(page) == ["What comes next"]
    assert [link.title for link in page.links] == ["How to sit", "How to stand"]


def test_the_trail_names_the_section():
    assert read(TREATMENTS_ENGLISH).section == "Tennis elbow"


def test_the_author_of_a_byline_is_kept_as_a_person():
    page = read(f"A Title\nAuthor: Pat Sample\n\n{TEXT}")
    assert [(person.role, person.name) for person in page.attributions] == [("author", "Pat Sample")]
