"""Read a form out of a page of the admin, as a browser would send it back."""

from bs4 import BeautifulSoup

_DEFAULTS = {"checkbox": "on", "radio": "on"}


def form_values(response, selector="#page-edit-form, form#w-editor-form, form[action][method='POST']"):
    """Give the values (dict) of the first form that `selector` finds in `response`."""
    form = BeautifulSoup(response.content, "html.parser").select_one(selector)
    values = {}
    for field in form.select("input[name], textarea[name], select[name]"):
        if field.get("type") in ("submit", "file", "button") or "__prefix__" in field["name"]:
            continue
        if field.find_parent("template"):  # which no browser sends
            continue
        if field.get("type") in ("checkbox", "radio") and not field.has_attr("checked"):
            continue
        if field.has_attr("multiple"):
            values[field["name"]] = [option["value"] for option in field.select("option[selected]")]
        else:
            values[field["name"]] = _value(field)
    return values


def _value(field):
    if field.name == "select":
        chosen = field.select_one("option[selected]")
        return chosen["value"] if chosen else ""
    return (
        field.text.strip("\n")
        if field.name == "textarea"
        else field.get("value", _DEFAULTS.get(field.get("type"), ""))
    )
