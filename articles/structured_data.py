"""What articles are in the words of schema.org: the page is the page, the article is its main entity."""

from editorial.models import ContentLabel
from editorial.structured_data import dates, may_be_medical, medical_web_page, people
from pages.structured_data import describes, language, whole

from .models import ArticleIndexPage, ArticlePage

PAID = {ContentLabel.PROMOTIONAL, ContentLabel.SPONSORED}


@describes(ArticlePage)
def article(page, context):
    """The page of an article, or of a question and its answer, with what it is about."""
    return {
        **medical_web_page(page, context),
        "about": subjects(page, context) if may_be_medical(page) else [],
        "mainEntity": question(page, context) if is_answered(page) else text(page, context),
    }


@describes(ArticleIndexPage)
def index(page, context):
    """The list of articles."""
    return {"@type": "CollectionPage"}


def is_answered(page):
    """Whether it is a question whose answer stands in a nutshell above the text (bool)."""
    return page.format == ArticlePage.Format.QUESTION and bool(page.summary)


def text(page, context):
    """Give the Article; one that was paid for says so."""
    return {
        "@type": "AdvertiserContentArticle" if page.content_label in PAID else "Article",
        "headline": page.title,
        "description": page.summary,
        "inLanguage": language(page),
        "image": context["meta"].picture and context["meta"].picture.url,
        "author": people(context["trust"].authors, context),
        **dates(context["trust"]),
        "keywords": [name for name, _url in context["topics"]],
    }


def question(page, context):
    """Give the FAQPage: one question, the answer in a nutshell. (A QAPage collects readers' answers.)"""
    answer = {"@type": "Answer", "text": page.summary, "url": context["meta"].canonical}
    asked = {
        "@type": "Question",
        "name": page.title,
        "text": page.question,
        "acceptedAnswer": {**answer, "author": people(context["trust"].authors, context)},
    }
    return {"@type": "FAQPage", "mainEntity": [asked], "inLanguage": language(page)}


def subjects(page, context):
    """Give the published conditions and treatments of this language that the article is about."""
    kinds = [
        ("MedicalCondition", page.subjects.conditions),
        ("MedicalTherapy", page.subjects.treatments),
    ]
    return [
        {"@type": kind, "name": item.title, "url": whole(context, item.get_url(context["request"]))}
        for kind, items in kinds
        for item in items
        if item.live and item.locale_id == page.locale_id
    ]
