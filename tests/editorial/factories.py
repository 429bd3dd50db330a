"""People and sources for tests."""

from django.contrib.auth.models import Group

from editorial.models import ContributorPage, Source, User


def make_user(username="editor", *groups, **fields):
    """Give a User in the groups named."""
    user = User.objects.create_user(username, f"{username}@example.org", "a-long-password", **fields)
    user.groups.set(Group.objects.filter(name__in=groups))
    return user


def make_contributor(parent, title="Alex Example", **fields):
    """Give a ContributorPage under `parent` (a ContributorIndexPage)."""
    return parent.add_child(instance=ContributorPage(title=title, locale=parent.locale, **fields))


def make_source(title="A guideline", **fields):
    """Give a Source; a guideline of 2020 unless told otherwise."""
    return Source.objects.create(title=title, **{"type": "guideline", "year": 2020, **fields})
