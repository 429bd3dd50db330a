"""Who may moderate, and who may change lists and rules. The one place that names the permissions."""

from wagtail.admin.auth import user_passes_test

MODERATE = "comments.moderate_readercomment"


def may_moderate(user):
    """Whether `user` may decide about reader comments (bool)."""
    return user.is_active and user.has_perm(MODERATE)


def may_change_words(user):
    """Whether `user` may change the word lists as well (bool)."""
    return may_moderate(user) and user.has_perm("comments.change_wordlist")


def may_change_rules(user):
    """Whether `user` may change the site's rules for comments, and what writers agree to (bool)."""
    return user.is_active and user.has_perm("comments.change_commentsettings")


rules_only = user_passes_test(may_change_rules)
moderators_only = user_passes_test(may_moderate)
words_only = user_passes_test(may_change_words)
