"""A refusal of the domain, told where the visitor looks: at the field it is about, on the form, or above the page."""

from typing import Protocol

from django import forms
from django.contrib import messages
from django.http import HttpRequest

from pembina.core.text import Text
from pembina.web.components.formatting import in_language


class Refusal(Protocol):
    """What every refusal says: what happened, and what to do next."""

    @property
    def message(self) -> Text: ...

    @property
    def remedy(self) -> Text: ...


def refuse_on(place: forms.Form | HttpRequest, refused: Refusal, *, field: str | None = None) -> None:
    """Say the refusal on a form, at `field` where it has that one; or, for a request, above the next page."""
    said = f"{in_language(refused.message)} {in_language(refused.remedy)}"
    if isinstance(place, HttpRequest):
        messages.error(place, said)
    else:
        place.add_error(field if field in place.fields else None, said)
