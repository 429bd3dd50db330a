"""Who may moderate. The one place that names the permission."""

from wagtail.admin.auth import user_passes_test

MODERATE = "comments.moderate_readercomment"


def may_moderate(user):
    """Whether `user` may decide about reader comments (bool)."""
    return user.is_active and user.has_perm(MODERATE)


moderators_only = user_passes_test(may_moderate)
