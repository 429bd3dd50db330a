"""The site that a drill breaks: its content, and a web server that starts in a moment and can be killed."""

import os
import secrets
import signal
import time
from contextlib import suppress
from functools import partial
from pathlib import Path

from django.contrib.auth import get_user_model
from django.db import connection, connections
from django.test import Client
from granian import Granian
from wagtail.models import Locale, Page
from wagtail.models import Site as WagtailSite

from articles.models import ArticleIndexPage, ArticlePage
from comments.models import CommentSettings
from pages.models import HomePage, StandardPage
from scripts.private_postgres import free_port

from .visitor import Editor, Visitor, new_comment

START_SECONDS = 30
EDITOR = "drill-editor"
# The numbers that are published begin so high that nothing else in an index entry looks like one.
FIRST = 100_000


class Site:
    """A site on the database of the settings; `folder` (Path) is VAR_DIR, `server` its PostgreSQL or None.

    The server is granian as `make run` and production start it. It is forked off this process, which has
    loaded the site already, so that a start takes a moment and a drill can afford hundreds of them.
    """

    def __init__(self, folder, server=None):
        self.folder, self.server = folder, server
        self.port, self.pid = free_port(), None
        self.password = secrets.token_urlsafe(16)

    @property
    def database(self):
        """The name (str) of the kind of database."""
        return {"sqlite": "SQLite", "postgresql": "PostgreSQL"}[connection.vendor]

    def plant(self):
        """Put in what the drills need: a home page, a page to publish, an article, an editor."""
        get_user_model().objects.create_superuser(EDITOR, "", self.password)
        locale, _new = Locale.objects.get_or_create(language_code="en")
        WagtailSite.objects.all().delete()
        Page.objects.filter(depth__gt=1).delete()
        home = Page.objects.get(depth=1).add_child(
            instance=HomePage(title="Drills", slug="home", locale=locale)
        )
        WagtailSite.objects.create(hostname="localhost", root_page=home, is_default_site=True)
        page = StandardPage(title="Drill 0", slug="drill", summary="Summary 0.", locale=locale)
        self.page_id = home.add_child(instance=page).pk
        index = home.add_child(instance=ArticleIndexPage(title="Articles", slug="articles", locale=locale))
        article = ArticlePage(title="Hips", slug="hips", locale=locale)
        self.article_id = index.add_child(instance=article).pk
        settings = CommentSettings.for_site(home.get_site())
        settings.challenge = CommentSettings.Challenge.NEVER
        settings.save()

    def warm(self):
        """Do everything once in this process: what a server learns in its first minute is forked along."""
        self.start()
        self.editor().publish(FIRST)
        self.stop()
        client = Client(headers={"host": "localhost", "x-forwarded-for": "10.0.0.1"})
        client.post(f"/comments/{self.article_id}/new/", new_comment(self.article_id))
        client.force_login(get_user_model().objects.get(username=EDITOR))
        for path in ("/drill/", "/articles/hips/", f"/admin/pages/{self.page_id}/edit/"):
            client.get(path)

    def start(self, workers=1):
        """Serve with so many `workers` (int); return when the site answers."""
        self.pid = forked(partial(serve, self.port, workers))
        self.wait()

    def wait(self):
        """Return when the server answers. Raises RuntimeError after START_SECONDS."""
        deadline = time.monotonic() + START_SECONDS
        while Visitor(self.port).get("/healthz").status != 200:
            if time.monotonic() > deadline:
                raise RuntimeError("The web server did not start.")
            time.sleep(0.02)

    def kill(self, number=signal.SIGKILL):
        """End the server and its workers at once (or with the signal `number`), and wait for it."""
        if self.pid:
            os.killpg(self.pid, number)
            os.waitpid(self.pid, 0)
            self.pid = None
            self.port = free_port()

    def stop(self):
        """End the server in an orderly way."""
        if self.pid:
            os.kill(self.pid, signal.SIGTERM)
            os.waitpid(self.pid, 0)
            self.pid = None

    def workers(self):
        """Give the process ids (list of int) of the server and its workers."""
        return [self.pid, *children_of(self.pid)]

    def visitor(self):
        """Give a new Visitor."""
        return Visitor(self.port)

    def editor(self):
        """Give an Editor who is signed in; the site must run."""
        return Editor(self.port, EDITOR, self.password, self.page_id)


def serve(port, workers):
    """Be the web server, until it is told to end."""
    words = {"address": "127.0.0.1", "port": port, "interface": "wsgi", "workers": workers}
    Granian("healthsite.wsgi:application", **words, blocking_threads=3, log_enabled=False).serve()


def children_of(pid):
    """Give the processes (set of int) that the process `pid` has started."""
    return set(map(int, Path(f"/proc/{pid}/task/{pid}/children").read_text().split()))


def forked(work):
    """Run `work()` in a process of its own, split off from this one, silent; give its process id (int).

    The process leads a group, at once: it may be killed before it ran its first line.
    """
    connections.close_all()
    pid = os.fork()
    if pid:
        with suppress(OSError):  # it has done so itself, or has ended already
            os.setpgid(pid, pid)
        return pid
    code = 1
    try:
        os.setpgid(0, 0)
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
            signal.signal(number, signal.SIG_DFL)
        work()
        code = 0
    finally:
        os._exit(code)
