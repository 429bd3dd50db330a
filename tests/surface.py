"""Every address of the site, found in the URLconf, with examples for the parts that vary."""

import re
from dataclasses import dataclass

from django.urls import get_resolver

# `<int:page_id>` of a route, or a group of a regular expression.
GROUP = r"(?:[^()]|\([^()]*\))*"
PART = re.compile(rf"<(?:\w+:)?(?P<name>\w+)>|\(\?P<(?P<group>\w+)>{GROUP}\)|\((?!\?){GROUP}\)")


@dataclass(frozen=True)
class Address:
    """One entry of the URLconf: its `name` (str, with its places), its `route` (str)."""

    name: str
    route: str

    def path(self, examples):
        """Give a path (str) with parts from `examples` (dict of list or str by name of the part).

        Raises KeyError naming this address when there is no example for a part.
        """
        unnamed = iter(examples.get(f"{self.name}()", ()))

        def fill(match):
            part = match["name"] or match["group"]
            for key in (f"{self.name}.{part}", f"{self.name.split(':')[0]}.{part}", part):
                if key in examples:
                    return str(examples[key])
            return str(next(unnamed))

        try:
            filled = PART.sub(fill, self.route)
        except (StopIteration, RuntimeError) as error:
            raise KeyError(f"no example for {self.name} {self.route}") from error
        return "/" + re.sub(r"[\^$]|\\(?=\.)", "", filled)


def addresses():
    """Give all Addresses (list) of the URLconf, in its order."""
    return list(below(get_resolver(), "", ""))


def below(resolver, route, name):
    """Yield the Addresses of `resolver`, each with the `route` and `name` (str) of those above it."""
    for entry in resolver.url_patterns:
        here = route + str(entry.pattern)
        if hasattr(entry, "url_patterns"):
            yield from below(entry, here, name + (f"{entry.namespace}:" if entry.namespace else ""))
        else:
            yield Address(name + (entry.name or entry.callback.__name__), here)
