"""The address that health records ask."""

from django.http import HttpResponse, JsonResponse
from django.utils import translation
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from .answer import as_atom, as_json, topic
from .finding import answers
from .question import BadQuestion, read_question

SECONDS_KEPT = 300
ATOM = "application/atom+xml; charset=utf-8"


@require_safe
@cache_control(public=True, max_age=SECONDS_KEPT)
def infobutton(request):
    """Up to three pages as Atom or JSON, none for what we do not know; 400 with the reason for nonsense."""
    try:
        question = read_question(request.GET)
    except BadQuestion as reason:
        return HttpResponse(str(reason), status=400, content_type="text/plain; charset=utf-8")
    with translation.override(question.language or "en"):
        topics = [topic(page, request) for page in answers(question, request)]
        if question.wants_json:
            data = as_json(question, topics, request)
            return JsonResponse(data, json_dumps_params={"ensure_ascii": False})
        return HttpResponse(as_atom(question, topics, request), content_type=ATOM)
