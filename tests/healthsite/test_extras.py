"""What a larger site may switch on: each off until it is set, each refused in words when it is wrong."""

import sys
from pathlib import Path

import environ
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import import_string
from wagtail.search.backends import get_search_backend

from healthsite.settings import extras
from healthsite.settings.environment import Environment
from tests.healthsite.test_settings import production

OURS = {"BACKEND": "pages.search.backend"}


@pytest.fixture
def env(monkeypatch):
    """A function: variables (str) -> an environ.Env that knows them."""

    def env(**variables):
        for name, value in variables.items():
            monkeypatch.setenv(name, value)
        return environ.Env()

    return env


def test_without_a_bucket_pictures_lie_on_the_disk(env):
    assert extras.media_storage(env())["BACKEND"].endswith("FileSystemStorage")
    assert extras.media_origins(env()) == []


def test_with_a_bucket_pictures_have_the_address_of_the_cdn(env):
    config = extras.media_storage(
        env(MEDIA_S3_BUCKET="pictures", MEDIA_S3_REGION="eu-1", MEDIA_CDN_HOST="cdn.example.org")
    )
    storage = import_string(config["BACKEND"])(**config["OPTIONS"])
    assert storage.url("images/knee.webp") == "https://cdn.example.org/images/knee.webp"


def test_browsers_may_load_pictures_from_the_bucket_and_from_nowhere_else(env):
    bucket = env(MEDIA_S3_BUCKET="pictures", MEDIA_S3_REGION="eu-1")
    assert extras.media_origins(bucket) == [
        "https://pictures.s3.amazonaws.com",
        "https://pictures.s3.eu-1.amazonaws.com",
    ]
    assert extras.media_origins(env(MEDIA_CDN_HOST="cdn.example.org")) == ["https://cdn.example.org"]


def test_the_search_is_ours_unless_an_address_is_named(env):
    assert extras.search_backend(env(), OURS) == OURS


def test_opensearch_is_built_from_its_address(env, settings):
    config = extras.search_backend(env(SEARCH_URL="http://127.0.0.1:9200", SEARCH_INDEX="site"), OURS)
    settings.WAGTAILSEARCH_BACKENDS = {"default": config}
    assert "OpenSearch" in type(get_search_backend()).__name__
    assert config["INDEX_PREFIX"] == "site_"


def test_an_unknown_engine_is_refused_in_words(env):
    with pytest.raises(ImproperlyConfigured, match="SEARCH_ENGINE is one of"):
        extras.search_backend(env(SEARCH_URL="http://x", SEARCH_ENGINE="solr"), OURS)


def test_each_process_has_a_cache_of_its_own_and_redis_is_beside_it(env, monkeypatch):
    assert list(extras.cache_settings(env())) == ["default"]
    both = extras.cache_settings(env(CACHE_URL="redis://cache:6379/0"))
    assert both["shared"]["LOCATION"] == "redis://cache:6379/0"
    assert both["default"] == extras.OWN_CACHE
    with pytest.raises(ImproperlyConfigured, match="CACHE_URL begins with redis://"):
        extras.cache_settings(env(CACHE_URL="cache:6379"))
    monkeypatch.setattr(extras.importlib.util, "find_spec", lambda name: None)
    with pytest.raises(ImproperlyConfigured, match=r"install requirements-extras\.txt"):
        extras.cache_settings(env(CACHE_URL="redis://cache"))


def test_errors_are_reported_nowhere_unless_a_place_is_named(env, monkeypatch):
    monkeypatch.setattr(extras.importlib.util, "find_spec", lambda name: None)
    extras.report_errors(env())
    with pytest.raises(ImproperlyConfigured, match=r"requirements-extras\.txt"):
        extras.report_errors(env(SENTRY_DSN="https://key@errors.example.org/1"))


def test_a_report_of_an_error_tells_nothing_about_persons():
    event = {
        "request": {"url": "https://x.org/search/?q=my+illness", "method": "GET", "data": {"name": "Kim"},
                    "cookies": {"a": "b"}, "headers": {"User-Agent": "x"}, "env": {"IP": "192.0.2.1"}},
        "user": {"ip_address": "192.0.2.1"},
        "exception": {"values": [{"value": "no mail to kim@example.org from 192.0.2.1"}]},
    }  # fmt: skip
    assert extras.without_person(event, {}) == {
        "request": {"url": "https://x.org/search/", "method": "GET"},
        "exception": {"values": [{"value": "no mail to [e-mail] from [address]"}]},
    }


def test_a_value_of_the_wrong_kind_names_its_variable_and_not_itself(monkeypatch):
    monkeypatch.setenv("SESSION_HOURS", "secret")
    with pytest.raises(ImproperlyConfigured) as refused:
        Environment().int("SESSION_HOURS")
    assert str(refused.value) == "The value of SESSION_HOURS is not a whole number."


@pytest.mark.parametrize(
    ("variable", "value", "words"),
    [
        ("SECRET_KEY", None, "Set the SECRET_KEY environment variable"),
        ("LOG_FORMAT", "xml", "LOG_FORMAT is one of plain, json."),
        ("TASK_QUEUE", "x", "TASK_QUEUE is one of immediate, database."),
    ],
)
def test_the_doctor_says_in_words_why_the_site_cannot_start(variable, value, words):
    refused = production("manage.py", "doctor", **{variable: value})
    assert refused.stderr.startswith("The site cannot start: ")
    assert words in refused.stderr
    assert "Traceback" not in refused.stderr


def test_settings_are_read_from_the_file_that_env_file_names(tmp_path):
    file = Path(tmp_path, "site.env")
    file.write_text("SITE_NAME=From elsewhere\n")
    code = "from healthsite.settings import production; print(production.WAGTAIL_SITE_NAME)"
    assert production("-c", code, ENV_FILE=str(file)).stdout == "From elsewhere\n", sys.executable
