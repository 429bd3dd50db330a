"""A laptop: what `make run` and a developer use. Never for a public site."""

from .base import *
from .environment import VAR_DIR, env
from .local_secret import local_secret_key

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env.str("SECRET_KEY", default="") or local_secret_key(VAR_DIR)
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
# A person who tries the demonstration need not fetch a telephone; `doctor` complains about it in public.
TWO_STEP_REQUIRED = env.bool("TWO_STEP_REQUIRED", default=False)
INTERNAL_IPS = ["127.0.0.1"]

# Static files are served from where they lie; nothing is collected.
STATIC_ROOT = None
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = DEBUG
