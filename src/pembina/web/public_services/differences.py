"""What two versions of a standard say differently, line by line."""

import difflib
from dataclasses import dataclass

from pembina.domain.services.components import StandardContent, all_components
from pembina.web.components.formatting import in_language
from pembina.web.public_services.present import component_lines


@dataclass(frozen=True, slots=True)
class Line:
    """A line that only the former version has, only the latter, or both."""

    text: str
    was: bool
    is_now: bool


@dataclass(frozen=True, slots=True)
class Difference:
    """A component that changed."""

    number: int
    label: str
    lines: list[Line]


def differences(before: StandardContent, after: StandardContent) -> list[Difference]:
    """Return the components that changed, in the order of the regulation."""
    found = (
        (component, component_lines(before, component), component_lines(after, component))
        for component in all_components()
    )
    return [
        Difference(component.number, in_language(component.label), _lines(former, latter))
        for component, former, latter in found
        if former != latter
    ]


def _lines(former: list[str], latter: list[str]) -> list[Line]:
    marked = difflib.ndiff(former, latter)
    return [Line(each[2:], each[0] != "+", each[0] != "-") for each in marked if each[0] != "?"]
