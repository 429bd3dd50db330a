"""A small calculation for the writer's browser, asked for while a flood of comments comes in.

Proof of work as in ALTCHA: the browser looks for the number whose hash is given; no third party takes part.
"""

import base64
import json
import secrets
from datetime import timedelta

from altcha import ChallengeOptionsV1, create_challenge_v1, verify_solution_v1
from django.conf import settings
from django.utils import timezone

from .models import CommentSettings
from .network import keyed_hash
from .rates import hit, seen

LARGEST_NUMBER = 60_000
LIFETIME = timedelta(hours=1)
# Counted by guard.rates for each comment sent anywhere on the site.
FLOOD = "site"
FLOOD_WINDOW = timedelta(minutes=10)


def _key():
    return keyed_hash(settings.SECRET_KEY, "comments.challenge")


def is_needed(site_settings, sent=None):
    """Whether a form should ask for the calculation now (bool).

    `sent` (int): how many comments the site got in the present stretch, where somebody has just counted.
    """
    choice = site_settings.challenge
    if choice == CommentSettings.Challenge.AUTO:
        sent = seen(FLOOD, per=FLOOD_WINDOW) if sent is None else sent
        return sent > site_settings.attack_posts
    return choice == CommentSettings.Challenge.ALWAYS


def new_challenge():
    """Give what the browser needs (dict of str and int): algorithm, challenge, maxnumber, salt, signature."""
    options = ChallengeOptionsV1(
        algorithm="SHA-256",
        max_number=LARGEST_NUMBER,
        hmac_key=_key(),
        expires=timezone.now() + LIFETIME,
        number=secrets.randbelow(LARGEST_NUMBER),
    )
    return create_challenge_v1(options).to_dict()


def _read(payload):
    """Give what the browser sent (dict of str to str or int), or None when it has another shape."""
    try:
        data = json.loads(base64.b64decode(payload, validate=True))
    except ValueError:
        return None
    texts = ("algorithm", "challenge", "salt", "signature")
    if not isinstance(data, dict) or not all(isinstance(data.get(name), str) for name in texts):
        return None
    return data if isinstance(data.get("number"), int) else None


def is_solved(payload):
    """Whether `payload` (str, base64 of JSON) solves a challenge of ours, in time, for the first time."""
    data = _read(payload) if payload and len(payload) < 2000 else None
    if data is None:
        return False
    solved, _error = verify_solution_v1(data, _key(), check_expires=True)
    return solved and hit(f"pow:{data['challenge'][:64]}", per=LIFETIME) == 1
