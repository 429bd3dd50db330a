"""The database: one SQLite file under var/, or whatever DATABASE_URL names."""

# FULL protects against power loss, which NORMAL in WAL does not; IMMEDIATE takes the write lock
# at the start, so that a read-then-write transaction waits instead of failing with "database is locked".
SQLITE_OPTIONS = {
    "timeout": 20,
    "transaction_mode": "IMMEDIATE",
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;",
}
# Django's, of which a server's process has some open before a reader comes.
OURS = {f"django.db.backends.{name}": f"operations.databases.{name}" for name in ("sqlite3", "postgresql")}


def database_settings(env, var_dir):
    """Give Django's settings (dict) for the default database.

    `env`: an environ.Env; `var_dir`: the folder (Path) that holds db.sqlite3 when DATABASE_URL is not set.
    """
    return _completed(env.db_url("DATABASE_URL", default=f"sqlite:///{var_dir / 'db.sqlite3'}"))


def replica_settings(env):
    """Give Django's settings (dict by alias) for the copy that readers' pages come from, or {}."""
    if not env.str("DATABASE_REPLICA_URL", default=""):
        return {}
    return {"replica": _completed(env.db_url("DATABASE_REPLICA_URL"))}


def _completed(config):
    if config["ENGINE"].endswith("sqlite3"):
        config.setdefault("OPTIONS", {}).update(SQLITE_OPTIONS)
        # Opening the file costs more than reading a page. The next request notices one that was replaced.
        config.setdefault("CONN_MAX_AGE", None)
    else:
        config.setdefault("CONN_MAX_AGE", 60)
    return {**config, "ENGINE": OURS.get(config["ENGINE"], config["ENGINE"]), "CONN_HEALTH_CHECKS": True}
