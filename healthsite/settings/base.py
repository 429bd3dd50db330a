"""What every installation shares. Values that differ between machines come from the environment."""

from zoneinfo import available_timezones

from django.utils.translation import gettext_lazy as _

from .database import database_settings, replica_settings
from .environment import BASE_DIR, VAR_DIR, env
from .extras import cache_settings
from .freshness import *
from .jobs import *
from .logs import logging_settings
from .static_files import *

SECRET_KEY = env.str("SECRET_KEY", default="")
# Whoever shows it may read the figures at /metrics; without one there are none.
METRICS_TOKEN = env.str("METRICS_TOKEN", default="")
DEBUG = False
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=[])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

INSTALLED_APPS = [
    "outlets",
    "importing",
    "articles",
    "conditions",
    "editorial",
    "comments",
    "pages",
    "demo",
    "operations",
    "protection",
    "freshness",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.table_block",
    "wagtail.contrib.typed_table_block",
    "wagtail.contrib.search_promotions",
    "wagtail.api.v2",
    "rest_framework",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "healthsite.plain_admin.SuperuserAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.humanize",
    # Its templates for form fields; FORM_RENDERER lets the project's own come first.
    "django.forms",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    *TASK_APPS,
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "protection.headers.HeadersMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # For pages that are not kept ready-made; it hides a secret in them behind a length of its own (BREACH).
    "django.middleware.gzip.GZipMiddleware",
    "protection.headers.PolicyMiddleware",
    "freshness.stored.middleware.StoredPageMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "editorial.staff_language.StaffLanguageMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "protection.signin.middleware.SignInMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "pages.missing.middleware.MissingAddressMiddleware",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "editorial.gate.middleware.RefusalMiddleware",
    "editorial.withdrawal.middleware.WithdrawnPageMiddleware",
]
if METRICS_TOKEN:
    MIDDLEWARE.insert(0, "operations.metrics.CountRequests")

ROOT_URLCONF = "healthsite.urls"
WSGI_APPLICATION = "healthsite.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
            ],
        },
    }
]

FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

DATABASES = {"default": database_settings(env, VAR_DIR), **replica_settings(env)}
if "replica" in DATABASES:
    DATABASE_ROUTERS = ["freshness.replica.ReplicaRouter"]
    MIDDLEWARE.insert(
        MIDDLEWARE.index("freshness.stored.middleware.StoredPageMiddleware"),
        "freshness.replica.ReplicaMiddleware",
    )
# So many of a server's process are open before a reader comes: one for each of its threads.
READY_CONNECTIONS = 3
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "editorial.User"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
] + [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "protection.passwords.SiteWordsValidator"},
    {"NAME": "protection.passwords.LongestValidator"},
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
LOGIN_URL = "wagtailadmin_login"
AUTHENTICATION_BACKENDS = ["protection.signin.backend.ThrottledBackend"]
WAGTAIL_FRONTEND_LOGIN_TEMPLATE = "pages/login.html"
WAGTAIL_PASSWORD_REQUIRED_TEMPLATE = "pages/password_required.html"
WAGTAILADMIN_USER_LOGIN_FORM = "protection.signin.forms.SignInForm"
# Who must use a second step: superusers and these groups (the names are those of editorial/roles.py).
TWO_STEP_REQUIRED = env.bool("TWO_STEP_REQUIRED", default=True)
TWO_STEP_GROUPS = ["Publishers", "Medical reviewers"]
# Vain attempts are counted by protection.signin.throttle, which tells how long to wait.
OTP_TOTP_THROTTLE_FACTOR = 0
OTP_TOTP_ISSUER = env.str("SITE_NAME", default="Healthsite")
OTP_ADMIN_HIDE_SENSITIVE_DATA = True
SESSION_HOURS = env.int("SESSION_HOURS", default=12)
SESSION_IDLE_MINUTES = env.int("SESSION_IDLE_MINUTES", default=60)
SESSION_COOKIE_AGE = SESSION_HOURS * 3600

LANGUAGE_CODE = "en"
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = [("en", _("English")), ("zh-hans", _("Simplified Chinese"))]
WAGTAILADMIN_PERMITTED_LANGUAGES = [("en", "English"), ("zh-hans", "简体中文")]
# The second holds what the Chinese of Wagtail lacks (scripts/catalogues.py); our own texts win over it.
LOCALE_PATHS = [BASE_DIR / "locale", BASE_DIR / "locale" / "wagtail"]
USE_I18N = True
FORMAT_MODULE_PATH = ["healthsite.formats"]
WAGTAIL_I18N_ENABLED = True
# A translation begins as a draft: otherwise the untranslated text would be public at once.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
TIME_ZONE = env.str("TIME_ZONE", default="UTC")
USE_TZ = True

MEDIA_URL = "/media/"
MEDIA_ROOT = VAR_DIR / "media"

LOGGING = logging_settings(env)
CACHES = cache_settings(env)

EMAIL_CONFIG = env.email_url("EMAIL_URL", default="consolemail://")
# A reader who reports a danger does not wait for a mail server that is down.
EMAIL_TIMEOUT = 10
vars().update(EMAIL_CONFIG)
# Every mail leaves through ours, which adds the designed part; the one that EMAIL_URL names carries it.
LETTER_BACKEND = EMAIL_CONFIG["EMAIL_BACKEND"]
EMAIL_BACKEND = "outlets.letters.backend.LetterBackend"
DEFAULT_FROM_EMAIL = env.str("DEFAULT_FROM_EMAIL", default="healthsite@localhost")

REVIEW_INTERVAL_DAYS = env.int("REVIEW_INTERVAL_DAYS", default=730)
GATE_SEVERITY = env.dict("GATE_SEVERITY", default={})

# Otherwise all visitors share the proxy's address, and with it the limits of one network.
COMMENTS_TRUSTED_PROXIES = env.int("COMMENTS_TRUSTED_PROXIES", default=0)
COMMENTS_CLAIM_CHECKER = "editorial.claims.for_comments.claims_in"

WAGTAIL_SITE_NAME = env.str("SITE_NAME", default="Healthsite")
WAGTAILADMIN_BASE_URL = env.str("BASE_URL", default="http://localhost:8000")
WAGTAILIMAGES_IMAGE_MODEL = "pages.SiteImage"
WAGTAILIMAGES_EXTENSIONS = ["avif", "gif", "jpg", "jpeg", "png", "webp"]
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILIMAGES_IMAGE_FORM_BASE = "protection.uploads.PictureForm"
WAGTAILDOCS_DOCUMENT_FORM_BASE = "protection.uploads.DocumentForm"
WAGTAILDOCS_MAX_UPLOAD_SIZE = 20 * 1024 * 1024
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "txt", "xlsx"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
# What readers can search for: the word in the address, and the page type.
SEARCH_PAGE_TYPES = {
    "condition": "conditions.ConditionPage",
    "treatment": "conditions.TreatmentPage",
    "article": "articles.ArticlePage",
    "person": "editorial.ContributorPage",
    "page": "pages.StandardPage",
}
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "pages.search.backend"}}
WAGTAILAPI_LIMIT_MAX = 100
REST_FRAMEWORK = {
    "UNAUTHENTICATED_USER": None,
    "UNAUTHENTICATED_TOKEN": None,
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
}
# Drawn when a page without a picture of its own is published.
SHARE_PICTURES = True
WAGTAIL_WORKFLOW_REQUIRE_REAPPROVAL_ON_EDIT = True
WAGTAIL_ALLOW_UNICODE_SLUGS = True
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_ENABLE_UPDATE_CHECK = False
# Some systems list a file of theirs that browsers do not know.
WAGTAIL_USER_TIME_ZONES = sorted(available_timezones() - {"localtime"})
WAGTAIL_GRAVATAR_PROVIDER_URL = None
TAGGIT_CASE_INSENSITIVE = True

# Pages kept in front of Django (see freshness.py): memory of a process, and how long a copy lives.
COUNT_CHANGES = True
WAGTAILFRONTENDCACHE = front_caches(env)
BYTE_CACHE_MB = env.int("BYTE_CACHE_MB", default=32)
BYTE_CACHE_SECONDS = env.int("BYTE_CACHE_SECONDS", default=60)
BYTE_CACHE_STALE_SECONDS = env.int("BYTE_CACHE_STALE_SECONDS", default=600)
LANGUAGE_PREFIXES = tuple(f"/{code}/" for code, _name in LANGUAGES if code != LANGUAGE_CODE)

SITE_URL_BASE = WAGTAILADMIN_BASE_URL
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "SAMEORIGIN"
# The admin shows previews of pages in a frame, so not DENY.
SILENCED_SYSTEM_CHECKS = ["security.W019"]

ADMIN_PLACES = ("/admin/", "/django-admin/")
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'none'"],
        "script-src": ["'self'"],
        "style-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "font-src": ["'self'"],
        "connect-src": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'self'"],
        "base-uri": ["'none'"],
        "manifest-src": ["'self'"],
    },
}
# Editors see previews of pages in a frame, and pictures before they are uploaded.
ADMIN_CONTENT_SECURITY_POLICY = {"frame-src": ["'self'"], "img-src": ["blob:"]}
