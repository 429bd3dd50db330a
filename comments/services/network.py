"""The salted hash that stands for a visitor's network for one day."""

from django.utils import timezone

from comments.models import AddressSalt
from comments.network import client_address, keyed_hash, network_of
from freshness.kept import counted


def network_key(request):
    """Give the hash (str) of the visitor's network under today's salt; "" when the address is unreadable."""
    network = network_of(client_address(request))
    if not network:
        return ""
    today = timezone.localdate()
    return keyed_hash(counted(f"salt-{today}", lambda: _salt(today)), network)


def _salt(day):
    return AddressSalt.objects.get_or_create(day=day)[0].value
