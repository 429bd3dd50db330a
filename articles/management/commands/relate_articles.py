"""Find related articles anew."""

from django.core.management.base import BaseCommand

from articles.models import ArticlePage
from articles.related.storing import relate


class Command(BaseCommand):
    """Relate every published article, as publishing does. Needed once after an upgrade or a large import."""

    help = "Find the related articles of every published article anew."

    def handle(self, *args, **options):
        number = 0
        for number, article in enumerate(ArticlePage.objects.live().iterator(chunk_size=100), start=1):  # noqa: B007
            relate(article)
        self.stdout.write(f"{number} articles related.")
