"""What is shipped for servers agrees with the site: units, timers, containers, scripts."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
import yaml
from django.conf import settings
from django.core.management import get_commands

from scripts.run_site import MEMORY

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "deploy"
UNITS = DEPLOY / "systemd"
SCRIPTS = sorted(DEPLOY.rglob("*.sh"))
# Only where tasks go through the database.
QUEUE_JOBS = {"prune_tasks"}


def calendar(job):
    """Give systemd's OnCalendar (str) for a job of the settings (dict)."""
    hour, minute = job["at"].split(":")
    by_period = {1440: f"*-*-* {hour}:{minute}:00", 60: f"*-*-* *:{minute}:00"}
    return by_period.get(job["every"], f"*-*-* *:{minute}/{job['every']}:00")


def test_every_job_has_a_timer_and_every_timer_a_job():
    timers = {path.stem.partition("@")[2] for path in UNITS.glob("*.timer")}
    assert timers == {*settings.JOBS, *QUEUE_JOBS}


def test_timers_and_settings_name_the_same_times():
    for name, job in settings.JOBS.items():
        unit = (UNITS / f"healthsite-job@{name}.timer").read_text()
        assert f"OnCalendar={calendar(job)}\n" in unit


def test_every_job_is_a_command_of_the_site():
    assert {job["command"][0] for job in settings.JOBS.values()} <= {*get_commands()}


def test_no_service_may_gain_rights_or_write_where_it_has_no_business():
    common = (UNITS / "healthsite-.service.d" / "common.conf").read_text()
    for line in ("NoNewPrivileges=true", "ProtectSystem=strict", "CapabilityBoundingSet=", "User=healthsite"):
        assert f"{line}\n" in common
    writable = re.search(r"^ReadWritePaths=(.*)$", common, re.MULTILINE)[1].split()
    assert writable == ["/var/lib/healthsite", "/var/backups/healthsite"]


def test_every_server_gives_memory_back_as_make_run_does():
    words = " ".join(f"{name}={value}" for name, value in MEMORY.items())
    assert f"Environment={words}\n" in (UNITS / "healthsite-.service.d" / "common.conf").read_text()
    assert f"    {words} \\\n" in (ROOT / "Dockerfile").read_text()
    assert f"export {words}\n" in (ROOT / "docs" / "deploying.md").read_text()


@pytest.fixture
def services():
    """The services of compose.yaml (dict)."""
    return yaml.safe_load((ROOT / "compose.yaml").read_text())["services"]


def test_nothing_starts_before_the_tables_are_there(services):
    assert services["web"]["depends_on"]["cache"] == {"condition": "service_started"}
    for name in ("web", "worker", "jobs"):
        assert services[name]["depends_on"]["setup"] == {"condition": "service_completed_successfully"}
    assert services["setup"]["depends_on"]["database"] == {"condition": "service_healthy"}
    assert services["nginx"]["depends_on"]["web"] == {"condition": "service_healthy"}


def test_no_container_of_the_site_runs_with_rights_or_a_shipped_secret(services):
    for name in ("setup", "web", "worker", "jobs"):
        assert services[name]["cap_drop"] == ["ALL"]
        assert services[name]["environment"]["SECRET_KEY"].startswith("${SECRET_KEY:?")
    assert "\nUSER healthsite\n" in (ROOT / "Dockerfile").read_text()


def test_the_containers_share_a_cache_that_keeps_nothing_and_hold_what_it_needs(services):
    for name in ("setup", "web", "worker", "jobs"):
        assert services[name]["environment"]["CACHE_URL"] == "redis://cache:6379/0"
        assert "requirements-extras.txt" in services[name]["build"]["args"]["LOCKS"].split()
    assert '--save "" --appendonly no' in services["cache"]["command"]
    assert "healthcheck" in services["cache"]


def test_the_commands_of_the_containers_exist(services):
    named = [part for service in services.values() for part in service.get("command", [])]
    assert {"db_worker", "run_due_jobs"} <= {*named}
    assert all((ROOT / part).exists() for part in named if part.startswith("deploy/"))
    assert "--require-hashes" in (ROOT / "Dockerfile").read_text()


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_script_is_sound(script):
    shell = script.read_text().splitlines()[0].rpartition("/")[2].split()[-1]
    assert subprocess.run([shell, "-n", script], check=False).returncode == 0
    if shutil.which("shellcheck"):
        assert subprocess.run(["shellcheck", script], check=False).returncode == 0


def test_the_configuration_for_one_site_speaks_tls_and_sends_the_rest_there():
    command = ["sh", DEPLOY / "nginx" / "configure.sh", "a.example.org", "/c.pem", "/k.pem"]
    text = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "ssl_certificate /c.pem;" in text
    assert "listen 443 ssl" in text
    assert "return 301 https://$host$request_uri;" in text
    assert "www.example.org" not in text
