"""Rich text in templates, all links of a page looked up together.

Wagtail asks the database once for each rich text value that holds a link to a page. Inside
`{% links_together %}` the values are printed as stored and expanded once, at the end tag.
"""

from django import template
from django.utils.safestring import mark_safe
from wagtail.rich_text import RichText, expand_db_html

from pages.glossary.explaining import explain
from pages.kept import language_of

register = template.Library()
FLAG = "_links_together"


@register.simple_tag(takes_context=True)
def rich(context, value):
    """Print a rich text (str as stored, or RichText); empty for None."""
    source = value.source if isinstance(value, RichText) else value or ""
    return mark_safe(source if context.get(FLAG) else expand_db_html(source))  # noqa: S308 Wagtail cleaned it


class LinksTogether(template.Node):
    def __init__(self, nodelist):
        self.nodelist = nodelist

    def render(self, context):
        with context.push(**{FLAG: True}):
            html = expand_db_html(self.nodelist.render(context))
        return mark_safe(_with_glossary(html, context.get("page")))  # noqa: S308 rendered by templates


def _with_glossary(html, page):
    """Explain the first use of each glossary term in the text (str) of `page`, in the text's language."""
    language = page and (getattr(page, "body_language", "") or language_of(page.locale_id))
    return explain(html, language) if language else html


@register.tag
def links_together(parser, token):
    """Expand the links of everything up to `{% end_links_together %}` at once, and explain its terms."""
    nodelist = parser.parse(("end_links_together",))
    parser.delete_first_token()
    return LinksTogether(nodelist)


class Held(template.Node):
    def __init__(self, nodelist, name):
        self.nodelist = nodelist
        self.name = name

    def render(self, context):
        context[self.name] = self.nodelist.render(context)
        return ""


@register.tag
def held(parser, token):
    """Keep what stands up to `{% end_held %}` in the variable after `as`, to be printed further down."""
    words = token.split_contents()
    if len(words) != 3 or words[1] != "as":
        raise template.TemplateSyntaxError("Use {% held as NAME %}.")
    nodelist = parser.parse(("end_held",))
    parser.delete_first_token()
    return Held(nodelist, words[2])
