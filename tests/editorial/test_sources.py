"""DOI and PubMed numbers are checked for form."""

import pytest
from django.core.exceptions import ValidationError

from editorial.models import Source


def source(**fields):
    return Source(type="trial", title="A trial", **fields)


@pytest.mark.parametrize(
    "doi", ["10.1136/bmj.i6748", "https://doi.org/10.1136/BMJ.i6748", "doi: 10.1136/bmj.i6748"]
)
def test_a_doi_is_kept_bare(db, doi):
    item = source(doi=doi)
    item.full_clean()
    assert item.doi == "10.1136/bmj.i6748"


@pytest.mark.parametrize("doi", ["10.1/x", "bmj.i6748", "10.1136", "10.1136/a b", "11.1136/x"])
def test_a_malformed_doi_is_refused_in_plain_words(db, doi):
    with pytest.raises(ValidationError, match="is not a DOI"):
        source(doi=doi).full_clean()


@pytest.mark.parametrize("pmid", ["0123", "12a", "123456789"])
def test_a_malformed_pubmed_id_is_refused(db, pmid):
    with pytest.raises(ValidationError, match="is not a PubMed ID"):
        source(pmid=pmid).full_clean()


def test_a_second_record_of_one_publication_is_refused(db):
    source(doi="10.1136/bmj.i6748").save()
    with pytest.raises(ValidationError):
        source(doi="10.1136/bmj.i6748").full_clean()
