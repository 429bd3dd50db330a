"""A mail server that takes every mail and remembers it."""

import socketserver
import threading
from contextlib import suppress


class Conversation(socketserver.StreamRequestHandler):
    """One client that speaks SMTP."""

    def handle(self):
        self.say("220 drill")
        with suppress(ConnectionError):  # who sends may be killed
            self.converse()

    def converse(self):
        """Answer until the client leaves."""
        while line := self.rfile.readline():
            word = line[:4].strip().upper()
            if word == b"DATA":
                self.say("354 go on")
                self.take()
            self.say("221 bye" if word == b"QUIT" else "250 OK")

    def say(self, words):
        """Send a line (str)."""
        self.wfile.write(f"{words}\r\n".encode())

    def take(self):
        """Keep the mail that follows."""
        lines = iter(self.rfile.readline, b".\r\n")
        self.server.mails.append(b"".join(lines))


class Mailbox(socketserver.ThreadingTCPServer):
    """Listens on `port` (int) of this machine for the length of a `with`; `mails` is a list of bytes."""

    allow_reuse_address = True
    daemon_threads = True

    def __init__(self, port):
        super().__init__(("127.0.0.1", port), Conversation)
        self.mails = []

    def __enter__(self):
        threading.Thread(target=self.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_error):
        self.shutdown()
        self.server_close()
