"""The programs under the scratch WordPress: MariaDB, php-fpm and nginx, each our own, in one folder.

Root hands the folder to another user, as whom they run: two of them refuse root.
"""

import subprocess
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path

from scripts.children import StepFailed, started

from . import parts

FILES = Path(__file__).parent / "files"
START_SECONDS = 60
# The machine's own configuration is left out; it comes first of all options.
ALONE = "--no-defaults"
DATABASE = ["--skip-networking", "--character-set-server=utf8mb4", "--innodb-buffer-pool-size=512M"]


@contextmanager
def servers(folder, ports, owner):
    """Run all three for the length of a `with`; give their process ids (tuple of int).

    `folder` (Path): holds "wordpress", the code; `ports` (dict): what nginx.conf names; `owner` (dict): the
    arguments for subprocess that name the user. Raises StepFailed with the words of one that does not start.
    """
    with ExitStack() as stack:
        pids = [stack.enter_context(one) for one in (database(folder, owner), php(folder, owner))]
        yield (*pids, stack.enter_context(nginx(folder, ports, owner)))


def database(folder, owner):
    """Make an empty MariaDB and run it."""
    data = folder / "data"
    words = [f"--datadir={data}", "--auth-root-authentication-method=normal", "--skip-test-db"]
    run("mariadb-install-db", ALONE, *words, folder=folder, owner=owner)
    socket = folder / "database.sock"
    words = [*DATABASE, f"--datadir={data}", f"--socket={socket}", f"--pid-file={folder}/database.pid"]
    return server(parts.program("mariadbd"), ALONE, *words, folder=folder, owner=owner, until=socket)


def php(folder, owner):
    """Run php-fpm, whose settings are Debian's."""
    words = ["--nodaemonize", "--fpm-config", written("php-fpm.conf", folder, folder=folder)]
    return server(parts.php_fpm(), *words, folder=folder, owner=owner, until=folder / "php.sock")


def nginx(folder, ports, owner):
    """Run nginx before php-fpm."""
    words = ["-e", folder / "nginx.log", "-p", folder, "-c"]
    words.append(written("nginx.conf", folder, folder=folder, **ports))
    until = folder / "nginx.pid"
    return server(parts.program("nginx"), *words, folder=folder, owner=owner, until=until)


def written(name, into, **values):
    """Write one of FILES into the folder `into` (Path) with its places filled in; give where (Path)."""
    path = into / name
    path.write_text((FILES / name).read_text().format(**values))
    return path


@contextmanager
def server(program, *words, folder, owner, until):
    """Run one program for the length of a `with`, from when the file `until` (Path) is there; give its id."""
    log = folder / f"{Path(program).name}.out"
    with log.open("w") as output:
        options = {"stdout": output, "stderr": output, "stdin": subprocess.DEVNULL, "cwd": folder, **owner}
        with started(program, *words, **options) as child:
            wait(child, until, log)
            yield child.pid


def wait(child, until, log):
    """Return when `until` (Path) is there. Raises StepFailed with the words in `log` (Path)."""
    deadline = time.monotonic() + START_SECONDS
    while not until.exists():
        if child.poll() is not None or time.monotonic() > deadline:
            raise StepFailed(f"{child.args[0]} did not start:\n{log.read_text()}")
        time.sleep(0.05)


def run(name, *words, folder, owner, **environment):
    """Run a program to its end; give what it printed (str). Raises StepFailed with its words."""
    options = {"cwd": folder, "env": {"PATH": parts.PLACES, **environment}, **owner}
    command = [parts.program(name), *map(str, words)]
    with started(*command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options) as child:
        output, errors = child.communicate()
    if child.returncode:
        raise StepFailed(f"{name} failed:\n{output}{errors}")
    return output
