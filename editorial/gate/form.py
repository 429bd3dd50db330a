"""The gate in the editor's form: reasons beside the button, drafts always saved."""

from wagtail.admin.forms import WagtailAdminPageForm

from .registry import PUBLISH, SUBMIT, problems


class GatedPageForm(WagtailAdminPageForm):
    """The form of a medical page. Saving a draft asks nothing; submitting asks less than publishing."""

    gate_was_asked = False

    def is_valid(self):
        """Whether form and children are valid and, unless it saves a draft, the gate lets it through."""
        valid = super().is_valid()
        if valid and not self.is_deferred_validation and not self.gate_was_asked:
            self.gate_was_asked = True
            self._ask_gate()
        return valid and not self.errors

    def _ask_gate(self):
        stage = PUBLISH if "action-publish" in self.data else SUBMIT
        # The children of the form are part of what the rules look at, so they are put on the page first.
        for problem in problems(self.save(commit=False), stage, hard_only=True):
            self.add_error(None, problem.message)
