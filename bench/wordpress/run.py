"""Make a scratch WordPress, name what is measured of it, and let it go."""

import http.cookiejar
import json
import secrets
import shutil
import urllib.parse
import urllib.request
from contextlib import ExitStack, contextmanager

from bench import sizes
from bench.serving import Target
from scripts.children import StepFailed
from scripts.private_postgres import free_port, unprivileged_user

from . import parts
from .servers import FILES, run, servers, written
from .table import ADMIN, CACHED, PAGES, POST, row


@contextmanager
def wordpress(folder, characters):
    """Run a WordPress in `folder` (Path, scratch) for the length of a `with`; give {name: Target}.

    `characters` (int): how long its posts are. Where it cannot run, why is printed, and nothing is measured.
    """
    with ExitStack() as stack:
        try:
            found = stack.enter_context(scratch_site(folder / "wordpress-site", characters))
        except (StepFailed, OSError) as reason:
            print(f"WordPress is not measured beside it: {reason}", end="\n\n", flush=True)
            found = {}
        yield found


@contextmanager
def scratch_site(folder, characters):
    """Do as `wordpress` in `folder` (Path), which is made. Raises StepFailed with what stands in the way."""
    absent = parts.missing()
    if absent:
        raise StepFailed(parts.advice(absent))
    # The database asks nobody for a password.
    folder.mkdir(mode=0o700)
    owner = unprivileged_user(folder)
    ports = {name: free_port() for name in (*parts.THEMES, "cached")}
    copy(folder)
    content = sizes.measured("bench.wordpress.content", str(characters))
    content["password"] = secrets.token_urlsafe(16)
    (folder / "content.json").write_text(json.dumps(content))
    with servers(folder, ports, owner) as pids:
        made = {name: filled(folder, name, ports[name], owner) for name in parts.THEMES}
        yield targets(made, ports, pids, content["password"])


def copy(folder):
    """Copy WordPress's code into `folder` (Path), with a configuration of ours and nothing that goes out."""
    code = folder / "wordpress"
    shutil.copytree(parts.CODE, code, ignore=shutil.ignore_patterns(".htaccess", "wp-config.php"))
    written("wp-config.php", code, folder=folder, secret=secrets.token_urlsafe(48))
    (code / "wp-content" / "mu-plugins").mkdir()
    shutil.copy(FILES / "offline.php", code / "wp-content" / "mu-plugins")
    shutil.copy(FILES / "fill.php", folder)


def filled(folder, name, port, owner):
    """Install and fill the site `name` (a key of THEMES) at `port`; give what fill.php tells of it (dict).

    Raises StepFailed when WordPress does not do so.
    """
    where = {"BENCH_THEME": parts.THEMES[name], "HTTP_HOST": f"localhost:{port}"}
    words = [folder / "fill.php", folder / "wordpress", folder / "database.sock", folder / "content.json"]
    made = json.loads(run("php", *words, folder=folder, owner=owner, **where).splitlines()[-1])
    if made["theme"] != parts.THEMES[name]:
        raise StepFailed(f"WordPress did not take the theme {parts.THEMES[name]}.")
    return made


def targets(made, ports, pids, password):
    """Give {name: Target}. `made`: what `filled` gave, by name; `pids`: of the servers."""
    places = {name: f"http://localhost:{port}" for name, port in ports.items()}
    found = {}
    for name, told in made.items():
        addresses = (told["quiet"], told["discussed"], "/")
        for page, address in zip(PAGES, addresses, strict=True):
            found[row(name, page)] = Target(places[name] + address, pids)
    stock = made["stock"]
    found[CACHED] = Target(places["cached"] + stock["quiet"], pids)
    post = {"options": ("-s", str(FILES / "post.lua")), "words": ("--", *map(str, stock["others"]))}
    found[POST] = Target(f"{places['stock']}/wp-comments-post.php", pids, **post)
    cookie = ("-H", f"Cookie: {logged_in(places['stock'], password)}")
    found[ADMIN] = Target(f"{places['stock']}/wp-admin/edit.php", pids, options=cookie)
    return found


def logged_in(site, password):
    """Log in by the form of `site` (address) as a browser does; give the cookies (str) of the session.

    Raises StepFailed when the form does not let us in.
    """
    jar = http.cookiejar.CookieJar()
    ways = [urllib.request.ProxyHandler({}), urllib.request.HTTPCookieProcessor(jar)]
    opener = urllib.request.build_opener(*ways)
    opener.open(f"{site}/wp-login.php").close()
    form = {"log": "bench", "pwd": password, "testcookie": "1"}
    opener.open(f"{site}/wp-login.php", urllib.parse.urlencode(form).encode()).close()
    cookies = {cookie.name: cookie.value for cookie in jar}
    if not any(name.startswith("wordpress_logged_in") for name in cookies):
        raise StepFailed("WordPress's login form did not let us in.")
    return "; ".join(f"{name}={value}" for name, value in cookies.items())
