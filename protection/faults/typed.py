"""What a visitor typed into the form that could not be taken in, ready to be sent again."""

from dataclasses import dataclass

from django.http.multipartparser import MultiPartParserError
from django.http.request import RawPostDataException, UnreadablePostError

# The code of the second step; passwords have the word in their name.
SECRET = {"code", "token", "otp_token"}
# Shown to be read: what people write. Everything else of a form is sent again unseen.
SHOWN = ("body", "text", "name", "email", "title", "summary", "message", "outcome", "q")
CANNOT_READ = (UnreadablePostError, RawPostDataException, MultiPartParserError, OSError)


@dataclass(frozen=True)
class Field:
    """One value of the form: its `name`, its `value` (both str), and how it may be shown."""

    name: str
    value: str

    @property
    def is_secret(self):
        """Whether nobody wants it on a screen (bool)."""
        return self.name in SECRET or "password" in self.name.lower()

    @property
    def is_shown(self):
        """Whether it is shown (bool), not only sent again."""
        last = self.name.rsplit("-", 1)[-1]
        return bool(self.value.strip()) and last in SHOWN and not self.value.startswith(("{", "["))


def typed_fields(request):
    """Give the Fields (list) that were sent; none where one of them is secret or they cannot be read."""
    if request.method != "POST":
        return []
    try:
        sent = [Field(name, value) for name, values in request.POST.lists() for value in values]
    except CANNOT_READ:
        return []
    return [] if any(field.is_secret for field in sent) else sent
