"""A list whose pages are all of one type finds the page asked for in one query instead of two."""


class OneTypeBelow:
    """Mixin for index pages, before Page: `page_below` gives the model of the pages below."""

    def page_below(self):
        """Give the model of the only type of page that may stand below this one."""
        (model,) = self.allowed_subpage_models()
        return model

    def route(self, request, path_components):
        """Answer for one path component from the model below; leave everything else to Wagtail."""
        if len(path_components) == 1:
            found = self.page_below().objects.child_of(self).filter(slug=path_components[0]).first()
            if found is not None:
                return found.route(request, [])
        return super().route(request, path_components)
