"""Let the spam score learn from the moderators' decisions."""

from django.core.management.base import BaseCommand, CommandError

from comments.spam import TooFewDecisionsError, learn_from_decisions


class Command(BaseCommand):
    """Learn the spam score anew from comments that people approved or marked as spam. Run it nightly.

    Says so and changes nothing while there are fewer than 30 of either; exit code 1 without the library.
    """

    help = "Learn the spam score from the latest 20,000 comments that moderators decided."

    def handle(self, **options):
        try:
            model = learn_from_decisions()
        except TooFewDecisionsError as few:
            self.stdout.write(f"Nothing learned: {few}.")
        except RuntimeError as missing:
            raise CommandError(str(missing)) from missing
        else:
            self.stdout.write(f"Learned from {model.spam_count} spam and {model.ham_count} good comments.")
