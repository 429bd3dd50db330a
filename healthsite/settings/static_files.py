"""Static files: where they lie, and which are joined into one."""

from .environment import BASE_DIR, VAR_DIR

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = [
    "pages.bundles.BundleFinder",
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
]
# Each bundle and the file that imports its parts.
STATIC_BUNDLES = {"css/site.min.css": "css/site.css", "js/site.min.js": "js/site.js"}
STATIC_BUNDLES_ROOT = VAR_DIR / "bundles"
