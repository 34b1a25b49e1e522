"""Form fields that every journey words and checks alike."""

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from pembina.web.components.formatting import day

EARLIEST, LATEST = date(1950, 1, 1), date(2100, 12, 31)


class DayInput(forms.DateInput):
    """A picker of a day that says the day in words below, so that 03-04 is not taken for the fourth of March.

    The words come with the page; `day.js` keeps them in step with what is picked. A module runs once per page,
    however many fields bring it.
    """

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs={"type": "date", **(attrs or {})}, format="%Y-%m-%d")

    def render(self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None) -> SafeString:
        return format_html(
            '{}<output class="field-day" for="{}">{}</output><script type="module" src="{}"></script>',
            super().render(name, value, attrs, renderer),
            (attrs or {}).get("id", ""),
            in_words(self.format_value(value)),
            static("pembina/day.js"),
        )


def in_words(written: str | None) -> str:
    """``22 November 2026`` for ``2026-11-22``; nothing where that is no day."""
    try:
        return day(date.fromisoformat(written)) if written else ""
    except ValueError:
        return ""


class DayField(forms.DateField):
    """A day, picked or typed; the browser sends it as 2026-11-22 whatever it shows."""

    default_error_messages = {
        "invalid": _("Tulis tanggal yang ada, misalnya 2026-11-22."),
        "far": _("Tanggal ini tidak mungkin. Periksa tahunnya."),
    }

    def __init__(self, **options: Any) -> None:
        options.setdefault("widget", DayInput())
        options.setdefault("input_formats", ["%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y"])
        super().__init__(**options)

    def clean(self, value: Any) -> date | None:
        found: date | None = super().clean(value)
        if found is not None and not EARLIEST <= found <= LATEST:
            raise ValidationError(self.error_messages["far"], code="far")
        return found
