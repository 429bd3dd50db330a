"""From SQLite to PostgreSQL: every row arrives as it was, or nothing is copied."""

import sqlite3
import uuid
from contextlib import closing
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core.management import CommandError, call_command
from django.db import connection
from django.db.backends.sqlite3.base import DatabaseWrapper as SQLite
from wagtail.models import ModelLogEntry
from wagtail.search.models import IndexEntry

from comments.models.privacy import AddressSalt
from operations.models import JobRun
from operations.moving import CopyError, copy_site
from operations.moving.copying import BEGUN, open_source, open_target, prepare_target
from operations.moving.tables import Table, site_tables

MODELS = [ContentType, JobRun, AddressSalt, ModelLogEntry]
MOMENT = datetime(2026, 11, 21, 12, 0, 0, 123456, tzinfo=UTC)
# As Django writes them into SQLite: dates and JSON as text, truth as a number, a UUID as 32 letters.
ROWS = {
    "django_content_type": {"id": 7, "app_label": "pages", "model": "膝关节"},
    "operations_jobrun": {
        "id": 5,
        "job": "purge",
        "began": "2026-11-21 12:00:00.123456",
        "ended": None,
        "outcome": "done",
        "detail": "a'b",
    },
    "comments_addresssalt": {"id": 2**53 + 1, "day": "2026-11-21", "value": "s"},
    "wagtailcore_modellogentry": {
        "id": 1,
        "content_type_id": 7,
        "label": "L",
        "action": "a",
        "data": '{"b": 1.50, "a": [null, "汉"]}',
        "timestamp": "2026-11-21 12:00:00.123456",
        "content_changed": 1,
        "deleted": 0,
        "uuid": "00000000000000000000000000000001",
        "object_id": "1",
    },
}


def make_tables(database, models):
    """Make the tables of `models` through a connection of Django's."""
    with database.schema_editor(atomic=False) as editor:
        for model in models:
            editor.create_model(model)


@pytest.fixture
def file(tmp_path, django_db_blocker):
    """An SQLite file (Path) with a row of every kind of value."""
    path = tmp_path / "site.sqlite3"
    settings = connection.copy().settings_dict | {"NAME": str(path), "OPTIONS": {}}
    database = SQLite(settings, "old")
    with django_db_blocker.unblock():
        make_tables(database, MODELS)
        database.close()
    with sqlite3.connect(path) as opened:
        for table, row in ROWS.items():
            marks = ", ".join("?" * len(row))
            insert = f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})"  # noqa: S608 - our own names
            opened.execute(insert, [*row.values()])
    return path


@pytest.fixture
def target(django_db_blocker):
    """An empty database on the server of the tests: its settings (dict)."""
    with django_db_blocker.unblock(), connection._nodb_cursor() as cursor:
        name = f"copy_{uuid.uuid4().hex}"
        cursor.execute(f'CREATE DATABASE "{name}" TEMPLATE template0')
        yield connection.settings_dict | {"NAME": name}
        cursor.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def ours():
    """The Tables of MODELS that are copied."""
    names = {model._meta.db_table for model in MODELS}
    return [table for table in site_tables() if table.name in names]


@pytest.fixture
def prepared(target, django_db_blocker):
    """An open connection to the target, marked and with its tables made."""
    opened = open_target(target)
    prepare_target(opened)
    there = connection.copy()
    there.settings_dict["NAME"] = target["NAME"]
    with django_db_blocker.unblock():
        make_tables(there, [*MODELS, IndexEntry])
        there.close()
    yield opened
    opened.close()


def asked(target, query):
    with target, target.cursor() as cursor:
        cursor.execute(query)
        return cursor.fetchone()


@pytest.mark.postgres
def test_every_kind_of_value_arrives_and_the_next_row_gets_a_free_number(file, prepared):
    assert copy_site(open_source(file), prepared, ours()) == 4
    run = asked(prepared, "SELECT id, began, ended, detail FROM operations_jobrun")
    assert run == (5, MOMENT, None, "a'b")
    salt = asked(prepared, "SELECT id, day FROM comments_addresssalt")
    assert salt == (2**53 + 1, date(2026, 11, 21))
    log = "SELECT data->>'a', data->>'b', uuid, content_changed, timestamp FROM wagtailcore_modellogentry"
    assert asked(prepared, log) == ('[null, "汉"]', "1.50", uuid.UUID(int=1), True, MOMENT)
    new = "INSERT INTO operations_jobrun (job, began, outcome, detail) VALUES ('', now(), '', '')"
    assert asked(prepared, f"{new} RETURNING id") == (6,)


@pytest.mark.postgres
def test_what_the_other_database_refuses_undoes_everything_and_the_next_run_completes(file, prepared):
    with sqlite3.connect(file) as source:
        source.execute("UPDATE operations_jobrun SET job = ?", ["x" * 65])
    with pytest.raises(CopyError, match="too long"), closing(open_source(file)) as source:
        copy_site(source, prepared, ours())
    assert asked(prepared, "SELECT count(*) FROM django_content_type") == (0,)
    with sqlite3.connect(file) as source:
        source.execute("UPDATE operations_jobrun SET job = 'purge'")
    prepare_target(prepared)
    assert copy_site(open_source(file), prepared, ours()) == 4
    assert asked(prepared, f"SELECT to_regclass('{BEGUN}')") == (None,)


@pytest.mark.postgres
def test_a_database_with_tables_is_refused(file, prepared):
    copy_site(open_source(file), prepared, ours())
    with pytest.raises(CopyError, match="not empty"):
        prepare_target(prepared)


@pytest.mark.postgres
def test_a_row_that_arrives_changed_is_noticed(file, prepared):
    with prepared, prepared.cursor() as cursor:
        cursor.execute(
            "CREATE FUNCTION change() RETURNS trigger AS $$ BEGIN NEW.detail = ''; RETURN NEW; END $$ "
            "LANGUAGE plpgsql; CREATE TRIGGER change BEFORE INSERT ON operations_jobrun "
            "FOR EACH ROW EXECUTE FUNCTION change()"
        )
    with pytest.raises(CopyError, match="operations_jobrun: 1 rows were sent and 1 arrived, or"):
        copy_site(open_source(file), prepared, ours())


@pytest.mark.sqlite
@pytest.mark.django_db
def test_rows_that_no_model_knows_stop_the_copy(file):
    with sqlite3.connect(file) as source:
        source.execute("CREATE TABLE gone_app (id)")
        source.execute("INSERT INTO gone_app VALUES (1)")
    with pytest.raises(CopyError, match="gone_app"):
        copy_site(open_source(file), None, ours())


@pytest.mark.sqlite
@pytest.mark.django_db
@pytest.mark.parametrize(
    ("url", "words"),
    [("sqlite:////tmp/x", "must be a PostgreSQL"), ("postgresql://127.0.0.1:1/x", "does not answer")],
)
def test_a_database_that_cannot_take_it_is_refused_in_words(url, words):
    with pytest.raises(CommandError, match=words):
        call_command("copy_database", url)


def test_values_are_the_same_from_either_database():
    kinds = ["BinaryField", "DurationField", "DecimalField", "FloatField", "TimeField"]
    table = Table("any", kinds, kinds, "id")
    old = table.values((b"\x00\xff", 1_500_000, 1.5, 2, "12:30:00"))
    new = table.values((memoryview(b"\x00\xff"), timedelta(seconds=1.5), Decimal("1.50"), 2.0, time(12, 30)))
    assert repr(old) == repr(new)
