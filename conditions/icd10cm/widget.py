"""The field for a code, which offers what the table of ICD-10-CM holds."""

from django import forms
from django.urls import reverse_lazy


class CodeInput(forms.TextInput):
    """A text field; its script asks the table while the classification is ICD-10-CM."""

    def __init__(self, attrs=None):
        super().__init__(
            {"autocomplete": "off", "data-icd10cm": reverse_lazy("icd10cm_look_up"), **(attrs or {})}
        )

    class Media:
        js = ["js/admin/icd10cm.js"]
        css = {"all": ["css/admin/icd10cm.css"]}
