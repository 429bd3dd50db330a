"""DOI and PubMed numbers, checked for form without asking anybody.

A DOI is "10.", a registrant of four to nine digits (with dotted parts), a slash and a suffix
(DOI Handbook, section 2.2; pattern of Crossref's "DOIs and matching regular expressions").
A PubMed ID is a number of one to eight digits without leading zeros (NLM, PubMed help).
"""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/[^\s\"<>]{1,200}", re.ASCII)
DOI_PREFIX = re.compile(r"(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)
PMID = re.compile(r"[1-9]\d{0,7}", re.ASCII)


def clean_doi(text):
    """Give the bare DOI (str, lower case) in `text`, which may carry "doi:" or https://doi.org/ before it."""
    return DOI_PREFIX.sub("", text.strip(), count=1).rstrip(".,;").lower()


def validate_doi(text):
    """Raise ValidationError unless `text` (str) has the form of a DOI."""
    if not DOI.fullmatch(text):
        raise ValidationError(
            _("“%(value)s” is not a DOI. A DOI looks like 10.1136/bmj.i6748."),
            params={"value": text},
            code="doi",
        )


def validate_pmid(text):
    """Raise ValidationError unless `text` (str) has the form of a PubMed ID."""
    if not PMID.fullmatch(text):
        raise ValidationError(
            _("“%(value)s” is not a PubMed ID. It is a number of up to eight digits."),
            params={"value": text},
            code="pmid",
        )
