"""What a larger site may switch on: an object store, OpenSearch, a shared cache, reports of errors.

Each is off until its variable is set, and needs requirements-extras.txt. `manage.py doctor` checks them.
"""

import importlib.util

from django.core.exceptions import ImproperlyConfigured

from .logs import without_personal_data

S3_BACKEND = "storages.backends.s3.S3Storage"
SEARCH_BACKENDS = {
    "opensearch2": "wagtail.search.backends.opensearch2",
    "opensearch3": "wagtail.search.backends.opensearch3",
}

OWN_CACHE = {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
# So long (seconds) a request waits for a shared cache that does not answer.
CACHE_TIMEOUT = 0.5


def media_storage(env):
    """Give Django's settings (dict) for the storage of pictures and documents. `env`: an environ.Env."""
    bucket = env.str("MEDIA_S3_BUCKET", default="")
    if not bucket:
        return {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    options = {
        "bucket_name": bucket,
        "region_name": env.str("MEDIA_S3_REGION", default="") or None,
        "endpoint_url": env.str("MEDIA_S3_ENDPOINT", default="") or None,
        "access_key": env.str("MEDIA_S3_KEY", default="") or None,
        "secret_key": env.str("MEDIA_S3_SECRET", default="") or None,
        "custom_domain": env.str("MEDIA_CDN_HOST", default="") or None,
        # Names of pictures are never used twice: two uploads of knee.jpg are two files.
        "file_overwrite": False,
        "default_acl": None,
        "object_parameters": {"CacheControl": "public, max-age=31536000, immutable"},
        # A signed address ends after an hour; pages that name it are kept for longer.
        "querystring_auth": False,
    }
    return {"BACKEND": S3_BACKEND, "OPTIONS": options}


def media_origins(env):
    """Give the origins (list of str) that pictures come from besides the site's own; [] without a bucket."""
    bucket, region = env.str("MEDIA_S3_BUCKET", default=""), env.str("MEDIA_S3_REGION", default="")
    if not bucket:
        return []
    named = env.str("MEDIA_CDN_HOST", default="") or env.str("MEDIA_S3_ENDPOINT", default="")
    if named:
        return [named if "://" in named else f"https://{named}"]
    hosts = [f"{bucket}.s3.amazonaws.com", f"{bucket}.s3.{region}.amazonaws.com" if region else ""]
    return [f"https://{host}" for host in hosts if host]


def search_backend(env, ours):
    """Give Wagtail's settings (dict) for the search: `ours` (dict), or OpenSearch at SEARCH_URL."""
    url = env.str("SEARCH_URL", default="")
    if not url:
        return ours
    kind = env.str("SEARCH_ENGINE", default="opensearch3")
    if kind not in SEARCH_BACKENDS:
        raise ImproperlyConfigured(f"SEARCH_ENGINE is one of {', '.join(SEARCH_BACKENDS)}, not “{kind}”.")
    index = env.str("SEARCH_INDEX", default="healthsite")
    return {"BACKEND": SEARCH_BACKENDS[kind], "URLS": [url], "INDEX_PREFIX": f"{index}_", "TIMEOUT": 5}


def cache_settings(env):
    """Give Django's CACHES (dict): what each process keeps for itself, and the "shared" one at CACHE_URL.

    In the shared one stand counts and nothing else: no reader's page waits for it, and no object is pickled.
    """
    url = env.str("CACHE_URL", default="")
    if not url:
        return {"default": OWN_CACHE}
    if not url.startswith(("redis://", "rediss://", "unix://")):
        raise ImproperlyConfigured("CACHE_URL begins with redis://, rediss:// or unix://.")
    if importlib.util.find_spec("django_redis") is None:
        raise ImproperlyConfigured(
            "CACHE_URL is set: install requirements-extras.txt, which holds django-redis."
        )
    options = {
        "IGNORE_EXCEPTIONS": True,
        "SOCKET_TIMEOUT": CACHE_TIMEOUT,
        "SOCKET_CONNECT_TIMEOUT": CACHE_TIMEOUT,
        "SERIALIZER": "django_redis.serializers.json.JSONSerializer",
        "CONNECTION_POOL_CLASS": "healthsite.shared_cache.PausingPool",
    }
    shared = {"BACKEND": "django_redis.cache.RedisCache", "LOCATION": url, "KEY_PREFIX": "healthsite"}
    return {"default": OWN_CACHE, "shared": shared | {"OPTIONS": options}}


def report_errors(env):
    """Send what goes wrong to SENTRY_DSN, if it is set, without anything about persons."""
    dsn = env.str("SENTRY_DSN", default="")
    if not dsn:
        return
    if not importlib.util.find_spec("sentry_sdk"):
        raise ImproperlyConfigured(
            "SENTRY_DSN is set: install requirements-extras.txt, which holds sentry-sdk."
        )
    # Loaded only here: it takes 5 MB of each process.
    importlib.import_module("sentry_sdk").init(
        dsn=dsn,
        release=env.str("RELEASE", default="") or None,
        send_default_pii=False,
        max_request_body_size="never",
        include_local_variables=False,
        max_breadcrumbs=0,
        traces_sample_rate=0,
        before_send=without_person,
    )


def without_person(event, _hint=None):
    """Give the report `event` (dict) with nothing of the request but method and path, and no addresses."""
    request = event.pop("request", None) or {}
    for name in ("user", "breadcrumbs", "server_name", "extra"):
        event.pop(name, None)
    if request:
        address = request.get("url", "").partition("?")[0]
        event["request"] = {"method": request.get("method", ""), "url": address}
    return _struck(event)


def _struck(value):
    """Give `value` with every text in it freed of e-mail and network addresses."""
    if isinstance(value, str):
        return without_personal_data(value)
    if isinstance(value, dict):
        return {name: _struck(inner) for name, inner in value.items()}
    return [_struck(inner) for inner in value] if isinstance(value, list) else value
