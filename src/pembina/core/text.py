"""A sentence in the two languages of the product."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

Language = Literal["id", "en"]


@dataclass(frozen=True, slots=True)
class Text:
    """One sentence, Indonesian first; the edge picks the language."""

    id: str
    en: str

    def in_language(self, language: str) -> str:
        """Return the English sentence for ``en`` and any regional form of it, else the Indonesian one."""
        return self.en if language.startswith("en") else self.id

    def __str__(self) -> str:
        return self.id


_MONTHS_ID = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
)  # fmt: skip
_MONTHS_EN = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


def written(day: date) -> Text:
    """Return a day as one writes it in a sentence: 3 Agustus 2026."""
    return Text(
        id=f"{day.day} {_MONTHS_ID[day.month - 1]} {day.year}", en=f"{day.day} {_MONTHS_EN[day.month - 1]} {day.year}"
    )
