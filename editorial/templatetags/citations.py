"""`{% numbered_citations as references %} ... {% end_numbered_citations %}` around what may cite."""

from django import template

from editorial.citations import number_citations

register = template.Library()


class NumberedCitations(template.Node):
    """Render the inside, number its citations, keep the list of references for the rest of the template."""

    def __init__(self, nodelist, name):
        self.nodelist = nodelist
        self.name = name

    def render(self, context):
        html, references = number_citations(self.nodelist.render(context))
        context[self.name] = references
        return html


@register.tag
def numbered_citations(parser, token):
    """Number the citations between the tags; the list of Reference is in the variable after `as`."""
    words = token.split_contents()
    if len(words) != 3 or words[1] != "as":
        raise template.TemplateSyntaxError("Use {% numbered_citations as NAME %}.")
    nodelist = parser.parse(("end_numbered_citations",))
    parser.delete_first_token()
    return NumberedCitations(nodelist, words[2])
