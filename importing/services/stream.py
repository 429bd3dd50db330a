"""Blocks of the pipeline to the StreamField values of an article, escaped."""

from django.utils.html import escape

from importing.pipeline.records import Heading, Paragraph

LONGEST_LABEL = 255


def to_stream(blocks):
    """Give the [(block name, value)] of a body for `blocks` (Heading, Paragraph, Listing)."""
    return [_block(block) for block in blocks]


def paragraphs(texts):
    """Give HTML (str) with one paragraph for each of `texts` (list of str)."""
    return "".join(f"<p>{escape(text)}</p>" for text in texts)


def bullets(texts):
    """Give HTML (str): nothing, one paragraph, or a list of `texts` (list of str)."""
    if len(texts) < 2:
        return paragraphs(texts)
    return "<ul>" + "".join(f"<li>{escape(text)}</li>" for text in texts) + "</ul>"


def _block(block):
    if isinstance(block, Heading):
        return "heading", {"text": block.passage.text[:LONGEST_LABEL], "level": str(block.level)}
    if isinstance(block, Paragraph):
        return "paragraph", paragraphs([block.passage.text])
    return "list", {"kind": block.kind, "items": [_item(item) for item in block.items]}


def _item(item):
    text = paragraphs(passage.text for passage in item.texts) + "".join(map(_inner_list, item.lists))
    return {"label": item.label.text[:LONGEST_LABEL] if item.label else "", "text": text}


def _inner_list(listing):
    tag = "ul" if listing.kind == "bullets" else "ol"
    return f"<{tag}>" + "".join(f"<li>{_inner_item(item)}</li>" for item in listing.items) + f"</{tag}>"


def _inner_item(item):
    label = f"<b>{escape(item.label.text)}</b> " if item.label else ""
    texts = "<br/>".join(escape(passage.text) for passage in item.texts)
    return label + texts + "".join(map(_inner_list, item.lists))
