"""A result of a survey as it is published: all that the board, the page and the report print, in what JSON can hold.

Live results take the same shape, so that what an officer previews is what will be frozen. Decimals are text, as they
are printed or finer; a `Words` has both languages; None is what must not be shown, or is not known.
"""

from typing import NotRequired, TypedDict

from pembina.core.text import Text

FORMAT = "pembina-skm-2"
"""Names this shape and the computation behind it; a change of either gets another name.

The first one, ``pembina-skm-1``, was frozen before figures of fewer than five people were left out of it; it has no
``hidden`` in its `IndexFigure`, and is shown through `suppressed_content`.
"""

SECTIONS = (
    "number",
    "background",
    "purpose",
    "method",
    "analysis",
    "conclusion",
    "place",
    "signatory",
    "signatory_position",
)
"""What a unit writes itself in its report; the fields of `SurveyReport`."""


class Words(TypedDict):
    """A sentence in both languages."""

    id: str
    en: str


class ElementFigure(TypedDict):
    """One element: who gave 1, 2, 3 and 4, its mean (NRR) and weighted mean; None is what must not be shown."""

    key: str
    label: Words
    n: int | None
    counts: list[int] | None
    mean: str | None
    weighted_mean: str | None


class IndexFigure(TypedDict):
    """The index of a round with its error; `margin`, `low` and `high` are None where the error is not known.

    `hidden` says why something of the elements must not be shown.
    """

    index: str
    unrounded: str
    quality: str | None
    quality_word: Words | None
    weight: str
    weight_value: str
    complete: int | None
    standard_error: float | None
    margin: float | None
    low: float | None
    high: float | None
    because: Words
    error_because: Words | None
    warnings: list[Words]
    hidden: NotRequired[Words | None]
    elements: list[ElementFigure]


class PartFigure(TypedDict):
    """One service, month or place; all but the label is None where too few people stand behind it.

    `means` alone are None where too few answered one of the elements.
    """

    label: str
    people: int | None
    index: str | None
    quality: str | None
    low: float | None
    high: float | None
    means: dict[str, str] | None


class PartsFigure(TypedDict):
    """A table of parts, with the reason why some are hidden."""

    rows: list[PartFigure]
    hidden: Words | None


class ProfileFigure(TypedDict):
    """How many people of each kind took part; an empty word is one who did not say."""

    people: dict[str, int | None]
    hidden: Words | None


class ChangeFigure(TypedDict):
    """The change since the round before, both under the same weight."""

    title: str
    index: str
    difference: str
    margin: float | None
    exceeds: bool | None
    because: Words


class TrendFigure(TypedDict):
    """One round among those about the same services, the earliest first."""

    title: str
    closes_on: str
    index: str | None
    quality: str | None
    low: float | None
    high: float | None
    respondents: int | None


class FollowUpFigure(TypedDict):
    """One plan: what, until when, by whom, and how far it has come. `note` is what was said last."""

    element: str
    activity: str
    due_on: str
    responsible: str
    state: str
    late: bool
    note: str


class PeriodFigure(TypedDict):
    """Which round this is."""

    title: str
    unit: str
    unit_code: str
    opens_on: str
    closes_on: str
    services: list[str]
    order: str


class TargetFigure(TypedDict):
    """Respondents against the sample that the table asks for."""

    population: int
    needed: int
    lacking: int
    because: Words


class ResultContent(TypedDict):
    """Everything about one round."""

    format: str
    article: str
    error_article: str
    period: PeriodFigure
    respondents: int
    excluded: int
    lacking: Words | None
    result: IndexFigure | None
    target: TargetFigure | None
    change: ChangeFigure | None
    trend: list[TrendFigure]
    services: PartsFigure
    months: PartsFigure
    places: PartsFigure
    profile: dict[str, ProfileFigure]
    follow_ups: list[FollowUpFigure]
    earlier_follow_ups: list[FollowUpFigure]
    report: dict[str, str]


def words(text: Text) -> Words:
    """Return a sentence as the content holds it."""
    return {"id": text.id, "en": text.en}


def maybe_words(text: Text | None) -> Words | None:
    """Return a sentence as the content holds it, where there is one."""
    return None if text is None else words(text)
