"""The first panel of the dashboard: what this person can begin at once."""

from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.components import Component
from wagtail.permission_policies.pages import PagePermissionPolicy

HOOK = "register_first_step"


def may_write(user):
    """Whether `user` may add pages anywhere (bool)."""
    return PagePermissionPolicy().user_has_permission(user, "add")


class FirstStep(MenuItem):
    """Something to begin: a label, an address, an icon, and `allowed`, a function of the user (bool)."""

    def __init__(self, label, url, icon_name, order, allowed=may_write):
        super().__init__(label, url, icon_name=icon_name, order=order)
        self.allowed = allowed

    def is_shown(self, request):
        """Whether the person behind `request` may begin this (bool)."""
        return self.allowed(request.user)


class BeginPanel(Component):
    """The steps (list of FirstStep) that somebody may take."""

    name = "begin"
    template_name = "editorial/dashboard/begin.html"
    order = 40

    def __init__(self, steps):
        super().__init__()
        self.steps = steps

    def get_context_data(self, parent_context):
        """Give the steps."""
        return {"steps": self.steps}


def add_begin_panel(request, panels):
    """Put the panel first, unless there is nothing to begin. For `construct_homepage_panels`."""
    steps = [step for register in hooks.get_hooks(HOOK) if (step := register()).is_shown(request)]
    if steps:
        panels.append(BeginPanel(sorted(steps, key=lambda step: step.order)))
