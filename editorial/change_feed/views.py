"""The address of the change feed."""

from django.http import JsonResponse
from django.urls import reverse
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from .entries import ONE_PAGE, entries, rows_after
from .place import BadPlace, Place, read_place

SECONDS_KEPT = 60


@require_safe
@cache_control(public=True, max_age=SECONDS_KEPT)
def changes(request):
    """Changes after `since` or `after`: `next` while there are more, `resume` for the next visit."""
    try:
        place = read_place(request.GET)
    except BadPlace as reason:
        return answer({"error": str(reason)}, status=400)
    rows = rows_after(place)
    shown = rows[:ONE_PAGE]
    last = Place(shown[-1].timestamp, shown[-1].pk) if shown else place
    address = request.build_absolute_uri(reverse("changes", query={"after": str(last)}))
    more = len(rows) > len(shown)
    found = entries(shown, request)
    return answer({"changes": found, "next": address if more else None, "resume": address})


def answer(data, status=200):
    """Give `data` (dict) as JSON."""
    return JsonResponse(data, status=status, json_dumps_params={"ensure_ascii": False})
