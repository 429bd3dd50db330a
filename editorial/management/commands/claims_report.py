"""Print how well the claim linter does on the labelled sentences."""

from pathlib import Path

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from editorial.claims import current_rulebook, seed_rulebook
from editorial.claims.measure import measure, read_labelled

FOLDER = Path(settings.BASE_DIR) / "tests" / "editorial" / "claims"
ROW = "{rule:<18}{right:>7}{wrong:>7}{missed:>8}{precision:>11.3f}{recall:>8.3f}"


class Command(BaseCommand):
    """Precision and recall by language, by part (tune, held_out) and by rule."""

    help = "Print precision and recall of the claim linter on labelled sentences, by language and rule."

    def add_arguments(self, parser):
        parser.add_argument("files", nargs="*", help="labelled JSON Lines; default: those of the tests")
        parser.add_argument(
            "--stored", action="store_true", help="the rules in the database, not the shipped"
        )
        parser.add_argument("--mistakes", action="store_true", help="also print what went wrong")

    def handle(self, *args, files=(), stored=False, mistakes=False, **options):
        """Print one table a file; raise CommandError when there is no labelled file."""
        paths = [Path(name) for name in files] or sorted(FOLDER.glob("labelled_*.jsonl"))
        missing = [str(path) for path in paths if not path.is_file()]
        if missing or not paths:
            raise CommandError(f"No labelled sentences: {', '.join(missing) or FOLDER}")
        rulebook = current_rulebook() if stored else seed_rulebook()
        for path in paths:
            self._report(path, rulebook, mistakes)

    def _report(self, path, rulebook, with_mistakes):
        rows = read_labelled(path)
        scores, mistakes = measure(rows, rulebook)
        harmless = sum(not row["rules"] for row in rows)
        self.stdout.write(f"\n{path.name}: {len(rows)} sentences, {harmless} of them harmless")
        self.stdout.write("rule                right  wrong  missed  precision  recall")
        for rule, score in scores.items():
            if rule:
                self._row(rule, score)
        for split in ("tune", "held_out"):
            self._row(split.upper(), measure([row for row in rows if row["split"] == split], rulebook)[0][""])
        self._row("ALL", scores[""])
        for mistake in mistakes if with_mistakes else ():
            self.stdout.write(f"  {mistake.kind} {mistake.rule}: {mistake.text}")

    def _row(self, rule, score):
        self.stdout.write(
            ROW.format(rule=rule, precision=score.precision, recall=score.recall, **vars(score))
        )
