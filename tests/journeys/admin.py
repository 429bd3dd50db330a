"""What a hand does in Wagtail's editor."""


def edit(page, article):
    """Open the form of `article`."""
    page.goto(f"/admin/pages/{article.pk}/edit/")


def open_tab(page, name):
    """Show one tab of the form."""
    page.get_by_role("tab", name=name).click()


def act(page, name):
    """Press a button at the foot of the form; those that are not the first are behind "More actions"."""
    footer = page.locator("footer")
    button = footer.get_by_role("button", name=name, exact=True)
    if not button.is_visible():
        footer.get_by_role("button", name="More actions").click()
    button.click()


def add_and_choose(page, formset, field, title):
    """Add a row to an inline panel and choose for its `field` what has this title."""
    number = page.locator(f"#id_{formset}-TOTAL_FORMS").input_value()
    page.locator(f"#id_{formset}-ADD").click()
    chooser = page.locator(f"#id_{formset}-{number}-{field}-chooser")
    chooser.get_by_role("button", name="Choose").click()
    window = page.get_by_role("dialog")
    window.locator("input[name=q]").fill(title)
    window.get_by_role("link", name=title).click()
    chooser.get_by_text(title).wait_for()
