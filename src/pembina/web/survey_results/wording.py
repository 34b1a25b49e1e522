"""Words that the pages, the report and the workbook share."""

from collections.abc import Mapping
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from pembina.core.text import Text
from pembina.domain.services.enums import AgeBand, Education, FollowUpState, Occupation, Sex
from pembina.domain.services.questionnaire import questions_in
from pembina.domain.services.result_content import ElementFigure, Words
from pembina.web.components.formatting import in_language

KINDS: dict[str, dict[str, str | Promise]] = {
    "sex": dict(Sex.choices),
    "age_band": dict(AgeBand.choices),
    "education": dict(Education.choices),
    "occupation": dict(Occupation.choices),
}
STATE_TONES = {
    FollowUpState.PLANNED: "info",
    FollowUpState.UNDERWAY: "warning",
    FollowUpState.DONE: "success",
    FollowUpState.DROPPED: "neutral",
}
HIDDEN = "*"
"""Stands where a number must not be shown; a note says why."""


def said(words: Words | None) -> str:
    """A sentence of a content in the language of the page; nothing where there is none."""
    return in_language(Text(words["id"], words["en"])) if words else ""


def codes(order: str) -> dict[str, str]:
    """Element key to the number under which the unit's questionnaire asks it."""
    return {question.element: number for number, question in questions_in(order)}


def by_number(elements: list[ElementFigure], order: str) -> list[ElementFigure]:
    """The elements in the order of the unit's questionnaire."""
    return sorted(elements, key=lambda element: codes(order)[element["key"]])


def weakest_first(elements: list[ElementFigure], order: str) -> list[ElementFigure]:
    """The elements from the lowest mean to the highest, those alike by their number; the hidden ones last."""
    return sorted(by_number(elements, order), key=lambda element: float(element["mean"] or "inf"))


def weakest_shown(elements: list[ElementFigure], order: str) -> list[ElementFigure]:
    """The same without the hidden ones."""
    return [element for element in weakest_first(elements, order) if element["mean"] is not None]


def profile_titles() -> dict[str, str]:
    """What each part of the profile is about."""
    return {
        "sex": _("Jenis kelamin"),
        "age_band": _("Umur"),
        "education": _("Pendidikan"),
        "occupation": _("Pekerjaan"),
    }


def kind_of(name: str, value: str) -> str:
    """The word for one kind of person."""
    return str(KINDS[name][value]) if value else _("Tidak menyebut")


def in_order(name: str, people: Mapping[str, int | None]) -> list[tuple[str, int | None]]:
    """The kinds of a part of the profile that occur, in the order of the questionnaire, those unsaid last."""
    return [(kind, people[kind]) for kind in (*KINDS[name], "") if kind in people]


def state_word(state: str) -> str:
    return str(FollowUpState(state).label)


def day_of(written: str) -> date:
    """A day as a content holds it."""
    return date.fromisoformat(written)
