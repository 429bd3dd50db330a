"""Medical words in plain ones."""

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.models import TranslatableMixin

from pages.translated_fields import own

SHORTEST, LONGEST = 2, 80


class GlossaryTerm(TranslatableMixin, models.Model):
    """One word of the trade, the forms in which texts use it, and what it means in everyday words."""

    term = models.CharField(
        _("term"), max_length=LONGEST, help_text=_("As it stands inside a sentence, for example: cartilage.")
    )
    other_forms = models.TextField(
        _("other forms"),
        blank=True,
        max_length=1000,
        help_text=_("One a line: plurals, abbreviations, other spellings that mean the same."),
    )
    explanation = models.TextField(
        _("in plain words"),
        max_length=500,
        help_text=_("One or two short sentences that need no other medical word."),
    )

    override_translatable_fields = own("other_forms")

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("glossary term")
        verbose_name_plural = _("glossary terms")
        ordering = ["term"]
        constraints = [
            models.UniqueConstraint(fields=["term", "locale"], name="one_explanation_per_term_and_language")
        ]

    def __str__(self):
        return self.term

    def clean(self):
        """Tidy the forms; raise ValidationError for one so short that it would be found everywhere."""
        self.term = " ".join(self.term.split())
        self.other_forms = "\n".join(filter(None, (" ".join(line.split()) for line in self._lines())))
        if len(self.term) < SHORTEST:
            raise ValidationError({"term": _("A term has at least two characters.")})
        if not all(SHORTEST <= len(form) <= LONGEST for form in self._lines()):
            raise ValidationError({"other_forms": _("Each form has 2 to 80 characters, one form a line.")})

    @property
    def forms(self):
        """Every form (list of str) under which a text may use it, the term itself first."""
        return [self.term, *filter(None, self._lines())]

    def _lines(self):
        return self.other_forms.splitlines()
