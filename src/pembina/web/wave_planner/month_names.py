"""Months as the plan names them."""

from datetime import date

from pembina.web.components.formatting import MISSING, month


def month_name(start: date | None) -> str:
    """Return ``Januari 2027`` for a day; a dash for units that never start."""
    return MISSING if start is None else month(f"{start:%Y-%m}")
