"""A sentence in the two languages of the product."""

from dataclasses import dataclass
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
