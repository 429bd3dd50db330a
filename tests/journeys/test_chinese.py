"""A reader of Chinese, on a phone: from a lay name to a comment, to the English twin and back."""

import pytest
from playwright.sync_api import expect

from comments.models import ReaderComment

from .conftest import PHONE

COMMENT = "谢谢，这页写得很清楚，我妈妈也看懂了。"


@pytest.fixture
def reader(open_demo, settings):
    """A reader with a phone that asks for Chinese, on the Chinese front page."""
    settings.COMMENTS_MIN_SECONDS = 0
    page = open_demo(PHONE, locale="zh-CN", has_touch=True, is_mobile=True)
    page.goto("/zh-hans/")
    return page


def search(page, words):
    """Search from the front page and wait for what was found."""
    field = page.get_by_role("main").get_by_role("combobox")
    field.fill(words)
    field.press("Enter")
    page.wait_for_url("**/zh-hans/search/**")


def language_of(locator):
    """Give the language (str) that stands on the nearest element around."""
    return locator.evaluate("element => element.closest('[lang]').lang")


def test_a_lay_name_leads_to_the_condition(reader, overflow):
    search(reader, "腰间突出")
    expect(reader.get_by_role("heading", level=1)).to_have_text("搜索")
    assert overflow(reader) <= 0
    reader.get_by_role("link", name="腰椎间盘突出症").first.click()
    reader.wait_for_url("**/zh-hans/conditions/lumbar-disc-herniation/")
    expect(reader.locator("html")).to_have_attribute("lang", "zh-Hans")
    assert language_of(reader.get_by_role("heading", level=1)) == "zh-Hans"
    expect(reader.get_by_role("link", name="跳到正文")).to_have_count(1)
    assert overflow(reader) <= 0


def test_the_switch_leads_to_the_same_page_and_back(reader):
    reader.goto("/zh-hans/conditions/lumbar-disc-herniation/")
    reader.get_by_role("link", name="English").click()
    reader.wait_for_url(lambda url: url.endswith("/conditions/lumbar-disc-herniation/") and "zh" not in url)
    expect(reader.get_by_role("heading", level=1)).to_have_text("Lumbar disc herniation")
    switch = reader.get_by_role("link", name="简体中文")
    expect(switch).to_have_attribute("hreflang", "zh-Hans")
    switch.click()
    reader.wait_for_url("**/zh-hans/conditions/lumbar-disc-herniation/")


def test_a_comment_in_chinese_waits_for_a_moderator(reader, overflow):
    reader.goto("/zh-hans/articles/can-massage-push-a-disc-back/")
    reader.get_by_role("link", name="写评论").click()
    reader.get_by_label("您的评论").fill(COMMENT)
    reader.get_by_label("您的名字").fill("小林")
    reader.locator("[name=consent]").check()
    reader.get_by_role("button", name="发送评论").click()
    expect(reader.get_by_role("status").get_by_text("审核").first).to_be_visible()
    assert overflow(reader) <= 0
    assert reader.complaints == []
    assert ReaderComment.objects.get(body=COMMENT).language == "zh-hans"
