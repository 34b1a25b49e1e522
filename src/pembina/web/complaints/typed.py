"""What was typed, without the character that no page may show and no database keeps."""

from typing import Any

from django import forms


def without_nul(data: Any) -> dict[str, str] | None:
    """Return what was sent, None where nothing was."""
    return {name: str(value).replace("\0", "") for name, value in data.items()} if data else None


class TypedForm(forms.Form):
    """A form that may be sent anything."""

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(without_nul(data), **options)
