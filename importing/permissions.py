"""Who may import and decide about imports: whoever may add articles. The one place that says so."""

from wagtail.admin.auth import user_passes_test

from articles.models import ArticleIndexPage
from pages.kept import counted


def may_import(user):
    """Whether `user` may add articles somewhere (bool)."""
    if not user.is_active:
        return False
    # The menu of every page in the admin asks this.
    lists = counted("lists of articles", lambda: list(ArticleIndexPage.objects.all()))
    return any(index.permissions_for_user(user).can_add_subpage() for index in lists)


def may_edit(user, page):
    """Whether `user` may edit `page` (bool)."""
    return page.permissions_for_user(user).can_edit()


importers_only = user_passes_test(may_import)
