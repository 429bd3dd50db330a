"""Change a page without touching what readers see: a draft is saved, a live page gets a draft revision."""


def latest(page):
    """Give the newest content (page object) of `page`, with the changes that editors have not published."""
    # Read anew: an object in hand may still point to the revision before the last one.
    specific = page.specific_class.objects.get(pk=page.pk)
    return specific.get_latest_revision_as_object() if specific.latest_revision_id else specific


def keep(page, user=None):
    """Save `page`, an object from `latest` that was changed: in place if a draft, and as a revision."""
    if not page.live:
        page.save()
    page.save_revision(user=user)
