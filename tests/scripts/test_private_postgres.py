"""A PostgreSQL of our own comes and goes without a trace."""

import psycopg2
import pytest

from scripts import private_postgres
from scripts.children import StepFailed

pytestmark = pytest.mark.skipif(not private_postgres.programs(), reason="PostgreSQL is not installed")


@pytest.fixture
def server(tmp_path_factory):
    """A running PrivatePostgres."""
    folder = tmp_path_factory.mktemp("cluster")
    for parent in [folder, *folder.parents[:3]]:
        parent.chmod(parent.stat().st_mode | 0o055)
    with private_postgres.private_postgres(folder) as server:
        yield server


def test_a_database_is_copied_and_only_the_password_opens_it(server):
    server.create("first")
    with psycopg2.connect(server.url("first")) as connection:
        connection.cursor().execute("CREATE TABLE moon AS SELECT 1 AS phase")
    connection.close()
    server.create("second", template="first")
    with psycopg2.connect(server.url("second")) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT phase FROM moon")
        assert cursor.fetchone() == (1,)
    connection.close()
    with pytest.raises(psycopg2.OperationalError, match="password"):
        psycopg2.connect(server.url("first").replace(server.password, "wrong"))


def test_what_postgresql_refuses_is_told_in_its_words(server):
    with pytest.raises(StepFailed, match="already exists"):
        server.create("postgres")
