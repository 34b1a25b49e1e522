"""What the visitor carries from step to step, since the server keeps nothing: the first look at a file, the result."""

from dataclasses import asdict, dataclass
from typing import Any

from pembina.core.text import Text
from pembina.web.effect_tool.computation import Answer, Look
from pembina.web.uploads import opened, sealed

LOOK = "effect_tool.look"
RESULT = "effect_tool.result"


@dataclass(frozen=True, slots=True)
class CarriedLook:
    """A look and its sealed text for a hidden field."""

    look: Look
    sealed: str

    @classmethod
    def of(cls, look: Look) -> "CarriedLook":
        return cls(look, sealed(as_json(look), purpose=LOOK))

    @classmethod
    def opened(cls, text: str) -> "CarriedLook":
        """Open what came back, or raise `BrokenSealError`."""
        return cls(from_json(opened(text, purpose=LOOK)), text)


@dataclass(frozen=True, slots=True)
class CarriedResult:
    """An answer with what the page says about it: the name of the file and the unit of its figure."""

    answer: Answer
    file: str
    unit: str

    def sealed(self) -> str:
        """Return it as text for a hidden field."""
        return sealed(asdict(self), purpose=RESULT)

    @classmethod
    def opened(cls, text: str) -> "CarriedResult":
        """Open what came back, or raise `BrokenSealError`."""
        value = opened(text, purpose=RESULT)
        found = value["answer"]
        # JSON writes the numbers of the periods as text.
        names = {int(number): name for number, name in found["period_names"].items()}
        return cls(Answer(**{**found, "period_names": names}), value["file"], value["unit"])


def as_json(look: Look) -> dict[str, Any]:
    return {
        "rows_are": look.rows_are,
        "columns": look.columns,
        "row_count": look.row_count,
        "preview": look.preview,
        "guesses": {role: (column, reason.id, reason.en) for role, (column, reason) in look.guesses.items()},
    }


def from_json(value: dict[str, Any]) -> Look:
    return Look(
        value["rows_are"],
        tuple(value["columns"]),
        value["row_count"],
        tuple(tuple(row) for row in value["preview"]),
        {role: (column, Text(id=id_, en=en)) for role, (column, id_, en) in value["guesses"].items()},
    )
