"""What counts as a citation in running text."""

import re

# Our own marker stands for a citation entity of the rich-text editor.
MARKER = "[[cite:{}]]"

PATTERNS = (
    r"\[\[cite:[^\]\s]{1,40}\]\]",
    r"""<a\s[^>]{0,200}linktype=["']source["']""",
    r"[\[［〔]\s?\d{1,3}(?:\s?[,，;；–-]\s?\d{1,3}){0,10}\s?[\]］〕]",
    # Superscript digits, but not those of m², cm³ or 10⁶.
    r"(?<![\d⁰¹²³⁴-⁹])(?<!\bm)(?<!\b[kcdm]m)[¹²³⁰⁴-⁹]{1,3}",
    # (Smith 2020), (Smith & Jones, 2020a), (Smith et al., 2020; Lee 2019)
    r"\([A-Z][^()\n]{1,80}?,?\s(?:19|20)\d\d[a-z]?(?:;[^()\n]{1,120})?\)",
    r"[（(][\u4e00-\u9fff·]{2,8}(?:等|和[\u4e00-\u9fff]{2,4})?[，,]?\s?(?:19|20)\d\d[）)]",
    r"\bdoi:\s?10\.\d{4,9}/\S{1,100}|https?://(?:dx\.)?doi\.org/10\.",
    r"\bPMID:?\s?\d{4,9}|https?://pubmed\.ncbi\.nlm\.nih\.gov/\d",
)
# Between the bounds "[A-Z]...": names of units in brackets, such as (June 2020), are dates, not citations.
DATE = re.compile(
    r"\((?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Since|In|By|From|Until|As of|Updated)\w*\b"
    r"[^()]{0,20}\)"
)
CITATION = re.compile("|".join(f"(?:{pattern})" for pattern in PATTERNS))


def is_cited(text):
    """Whether `text` (str) holds at least one citation (bool)."""
    return any(not DATE.fullmatch(match.group()) for match in CITATION.finditer(text))


def without_citations(text):
    """Give `text` (str) with its citations taken out."""
    return CITATION.sub("", text)
