"""Text that XML 1.0 can hold."""

import re

# https://www.w3.org/TR/xml/#charsets
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def xml_text(text):
    """Give `text` (str) without the characters that would make an XML document unreadable."""
    return FORBIDDEN.sub("", str(text))
