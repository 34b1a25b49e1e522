"""What `stories.yaml` tells, in shapes."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

WAVES = 4
# Days from today on which each wave begins; the second slipped by three weeks.
BEGINS = (-300, -180, -60, 45)
SLIPPED, SLIPPED_BY = 2, 21


@dataclass(frozen=True, slots=True)
class Part:
    """A competence unit: hours in JP; `by` is the key of a partner, empty where the government teaches."""

    title: str
    hours: int
    by: str = ""


@dataclass(frozen=True, slots=True)
class Story:
    """One programme; `questions` each with the right answer first."""

    code: str
    title: str
    purpose: str
    sector: str
    units: tuple[str, ...]
    figure: str
    direction: str
    services_of: tuple[str, ...]
    partner: str
    budget: int
    funding: str
    form: int
    mode: str
    course: str
    parts: tuple[Part, ...]
    questions: tuple[tuple[str, list[str]], ...]
    seed: str = ""
    reason: str = ""
    pass_mark: int | None = None
    routine: bool = False


@cache
def written() -> dict[str, Any]:
    told: dict[str, Any] = yaml.safe_load((files(__package__) / "stories.yaml").read_text("utf-8"))
    return told


def stories() -> list[Story]:
    """Return the six programmes."""
    return [_story(told) for told in written()["programmes"]]


def _story(told: dict[str, Any]) -> Story:
    parts = tuple(Part(**part) for part in told["parts"])
    lists = {"units": tuple(told["units"]), "services_of": tuple(told["services_of"])}
    questions = tuple((text, answers) for text, answers in told["questions"])
    return Story(**{**told, **lists, "parts": parts, "questions": questions})
