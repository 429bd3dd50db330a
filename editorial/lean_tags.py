"""Tags of Wagtail's that draw the same thing again and again, drawn once for each thing that they draw.

Wagtail's own code draws; here it is only remembered what came of it, under all that it was made from.
"""

from functools import partial

from django.template.base import Node
from django.utils.translation import get_language
from wagtail.admin.templatetags import wagtailadmin_tags

from .lean_memory import Remembered, frozen

_icons, _dialogs, _sidebars = Remembered(most=2000), Remembered(most=50), Remembered(most=50)
REMEMBERED = {}


def remembered(tag, memory):
    """Give a decorator for the function that gives the key of what the tag named `tag` (str) draws.

    It gets the tag's node and the context; None: draw without remembering. `memory`: a Remembered.
    """

    def decorate(key_of):
        stock = wagtailadmin_tags.register.tags[tag]
        REMEMBERED[tag] = partial(RememberingNode.compile, stock, key_of, memory)
        return key_of

    return decorate


class RememberingNode(Node):
    """Stands before a tag's own node."""

    def __init__(self, node, key_of, memory):
        self.node, self.key_of, self.memory = node, key_of, memory

    @classmethod
    def compile(cls, stock, key_of, memory, parser, token):
        """Give the node for a tag in a template; `stock`: what else compiles it."""
        return cls(stock(parser, token), key_of, memory)

    def render(self, context):
        """Give the HTML (safe str)."""
        return self.memory.get(self.key_of(self.node, context), partial(self.node.render, context))


@remembered("icon", _icons)
def key_of_icon(node, context):
    """Give the key of an icon: its arguments, None where one is no plain text."""
    arguments, named = node.get_resolved_arguments(context)
    values = [*arguments, *named.values()]
    if not all(isinstance(value, str | bool | None) for value in values):
        return None
    return context.autoescape, *named, *[(type(value), value) for value in values]


@remembered("keyboard_shortcuts_dialog", _dialogs)
def key_of_shortcuts(_node, context):
    """Give the key of the list of shortcuts: the language, the browser and what the person has chosen."""
    request = context.get("request")
    if request is None:
        return None
    profile = getattr(request.user, "wagtail_userprofile", None)
    chosen = bool(getattr(profile, "keyboard_shortcuts", True))
    agent = request.headers.get("User-Agent", "")
    return get_language(), agent, chosen, wagtailadmin_tags.get_comments_enabled()


class RememberingContext(wagtailadmin_tags.JSContext):
    """Packs the sidebar's entries once for all who see the same ones."""

    def pack(self, entries):
        """Give what JSON is made from (dict or list, not to be changed)."""
        key = frozen(entries, lambda entry: self.registry.find_adapter(type(entry)).js_args(entry))
        return _sidebars.get(key, partial(super().pack, entries))


def remember_tags():
    """Let Wagtail's templates use these, before the first of them is compiled."""
    wagtailadmin_tags.register.tags.update(REMEMBERED)
    wagtailadmin_tags.JSContext = RememberingContext
