"""Accounts for trying out each role. Passwords are random, or DEMO_PASSWORD, and kept in a private file."""

import json
import os
import secrets

from django.conf import settings
from django.contrib.auth.models import Group
from django.db import transaction
from django.utils.translation import gettext as _

from editorial.models import User

# Without letters and digits that look alike: these passwords are typed from a screen.
ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"

ROLES = {
    "admin": ["Publishers"],
    "editor": ["Editors"],
    "reviewer": ["Medical reviewers"],
    "moderator": ["Moderators"],
}


def purposes():
    """Give what each account is for (dict of str)."""
    return {
        "admin": _("sees and does everything"),
        "editor": _("writes and imports pages, hands them to review"),
        "reviewer": _("checks medical text before it is published"),
        "moderator": _("decides about reader comments"),
    }


def accounts_file():
    """Give the Path of the file that keeps the passwords; only its owner may read it."""
    return settings.VAR_DIR / "demo-accounts.json"


def make_accounts(ledger, say):
    """Make the accounts that were never made, each in its groups, and keep their passwords."""
    for name in ROLES:
        if f"accounts/{name}" not in ledger:
            make_account(ledger, name, os.environ.get("DEMO_PASSWORD") or random_password())
            say(_("account {name}").format(name=name))


@transaction.atomic
def make_account(ledger, name, password):
    """Make one staff account; the account `admin` is a superuser. An existing account is left as it is."""
    user = User.objects.filter(username=name).first()
    if user is None:
        is_admin = name == "admin"
        user = User(username=name, email=f"{name}@example.org", is_staff=is_admin, is_superuser=is_admin)
        user.set_password(password)
        # The file first: a password without an account is harmless, an account without a password is not.
        _store(stored_passwords() | {name: {"password": password, "hash": user.password}})
        user.save()
        user.groups.set([Group.objects.get_or_create(name=group)[0] for group in ROLES[name]])
    ledger.remember(f"accounts/{name}", user)


def account_table():
    """Give (name, password, purpose) for each account that still exists, in the order of ROLES.

    The password is replaced by a note when it is not known or was changed since.
    """
    passwords, purpose = stored_passwords(), purposes()
    users = User.objects.in_bulk(ROLES, field_name="username")
    return [
        (name, _shown_password(users[name], passwords.get(name)), purpose[name])
        for name in ROLES
        if name in users
    ]


def stored_passwords():
    """Give what is kept (dict: account name -> password and the hash it was stored as), empty at first."""
    path = accounts_file()
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def random_password():
    """Give a password (str) of four groups of four letters and digits, about 79 bits."""
    return "-".join("".join(secrets.choice(ALPHABET) for _i in range(4)) for _group in range(4))


def _shown_password(user, kept):
    if not kept:
        return _("not kept here; set one with: manage.py changepassword {name}").format(name=user.username)
    # Comparing hashes spares four slow password checks at every start.
    return kept["password"] if user.password == kept["hash"] else _("changed since")


def _store(passwords):
    path = accounts_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(passwords, file, indent=2)
    path.chmod(0o600)
