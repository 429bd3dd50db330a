"""What the scratch WordPress says: our own generated text, as much of it as an article of the site has.

    .venv/bin/python -m bench.wordpress.content CHARACTERS

Prints one JSON object for files/fill.php.
"""

import json
import os
import sys

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "healthsite.settings.dev")
django.setup()

from demo.bulk import texts  # noqa: E402 after setup

POSTS = 1000
COMMENTS = 20
HEADING = "<!-- wp:heading -->\n<h2>{}</h2>\n<!-- /wp:heading -->"
PARAGRAPH = "<!-- wp:paragraph -->\n<p>{}</p>\n<!-- /wp:paragraph -->"


def post(number, characters):
    """Give a post (dict) of about so many `characters`, in the form in which WordPress's editor stores it."""
    blocks, length, part = [], 0, number
    while length < characters:
        for text in texts.paragraphs(part):
            blocks += [HEADING.format(f"Generated part {len(blocks) // 2 + 1}"), PARAGRAPH.format(text)]
            length += len(text)
            if length >= characters:
                break
        part += 1
    return {"title": texts.title("article", number), "text": "\n\n".join(blocks)}


def comments():
    """Give the texts (list of str) of the comments under one post, as long as those of the site."""
    return [f"{texts.MARK} {texts.sentence(place)}" for place in range(COMMENTS)]


if __name__ == "__main__":
    wanted = int(sys.argv[1])
    print(json.dumps({"posts": [post(number, wanted) for number in range(POSTS)], "comments": comments()}))
