"""The glossary as a page of its own."""

from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_safe

from pages.lists import one_page

from .listing import by_letter
from .matching import terms_of

A_PAGE = 400


@require_safe
def glossary(request):
    """List the explained words of the reader's language by letter."""
    terms = [known for _letter, group in by_letter(terms_of(get_language())) for known in group]
    pager = one_page(terms, request, A_PAGE)
    return render(
        request, "pages/glossary.html", {"pager": pager, "letters": by_letter(list(pager.object_list))}
    )
