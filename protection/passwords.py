"""What a password must not be, beyond Django's own rules."""

import re

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

LONGEST = 200


class SiteWordsValidator:
    """Refuses passwords that are little more than the name of the site or of its software."""

    def validate(self, password, user=None):
        """Raises ValidationError when fewer than eight characters remain without such words."""
        words = {
            "wagtail",
            "django",
            "healthsite",
            *re.findall(r"\w{4,}", settings.WAGTAIL_SITE_NAME.casefold()),
        }
        rest = password.casefold()
        for word in words:
            rest = rest.replace(word, "")
        if len(rest) < min(8, len(password)) and len(rest) < len(password):
            raise ValidationError(self.get_help_text(), code="site_words")

    def get_help_text(self):
        """Say the rule (str)."""
        return _("Your password can’t be built around the name of this site or its software.")


class LongestValidator:
    """Refuses what is too long to be typed or hashed in good time."""

    def validate(self, password, user=None):
        """Raises ValidationError beyond 200 characters."""
        if len(password) > LONGEST:
            raise ValidationError(self.get_help_text(), code="too_long")

    def get_help_text(self):
        """Say the rule (str)."""
        return _("Your password can have up to {count} characters.").format(count=LONGEST)
