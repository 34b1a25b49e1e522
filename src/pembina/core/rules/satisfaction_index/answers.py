"""Answers of a satisfaction survey, counted by element and score; a wrong one is named, never repaired."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from pembina.core.text import Text

ELEMENTS = (
    "persyaratan",
    "prosedur",
    "waktu",
    "biaya",
    "produk",
    "kompetensi",
    "perilaku",
    "pengaduan",
    "sarana",
)
"""Keys of the nine elements (unsur) in the order of the Annex; stable whatever a questionnaire numbers them."""

SCORES = (1, 2, 3, 4)

Missing = Literal["refuse", "per_element"]
"""What to do with an unanswered question: refuse, or average an element over those who answered it."""


class UnusableAnswersError(ValueError):
    """The answers do not allow an index.

    Attributes
    ----------
    respondent : position of the respondent counted from 1, where one respondent is to blame
    element : key of the element, where one element is to blame
    """

    def __init__(
        self, message: Text, remedy: Text, *, respondent: int | None = None, element: str | None = None
    ) -> None:
        super().__init__(f"{message} {remedy}")
        self.message = message
        self.remedy = remedy
        self.respondent = respondent
        self.element = element


@dataclass(frozen=True, slots=True)
class ScoreCounts:
    """How many respondents gave each score.

    Attributes
    ----------
    respondents : number of people who took part
    counts : element key to {score: people}
    """

    respondents: int
    counts: Mapping[str, Mapping[int, int]]

    def answered(self, element: str) -> int:
        """Return how many respondents answered the element."""
        return sum(self.counts.get(element, {}).values())

    def total(self, element: str) -> int:
        """Return the sum of the scores given to the element."""
        return sum(score * people for score, people in self.counts.get(element, {}).items())


def count_scores(answers: Iterable[Mapping[str, int | None]], *, missing: Missing) -> ScoreCounts:
    """Count the answers, one mapping {element key: score} a respondent, None or an absent key for no answer."""
    counts: dict[str, Counter[int]] = {element: Counter() for element in ELEMENTS}
    respondents = 0
    for respondent, given in enumerate(answers, start=1):
        respondents = respondent
        for element in ELEMENTS:
            score = given.get(element)
            if score is None:
                _refuse_missing(respondent, element, missing)
            else:
                counts[element][_checked(score, respondent, element)] += 1
    return ScoreCounts(respondents, {element: dict(scores) for element, scores in counts.items()})


def require_complete(counted: ScoreCounts, *, missing: Missing) -> None:
    """Refuse counts without respondents, with an element nobody answered, or incomplete against the chosen rule."""
    if counted.respondents == 0:
        raise UnusableAnswersError(
            Text(id="Tidak ada responden.", en="There is no respondent."),
            Text(id="Isi paling sedikit satu jawaban lengkap.", en="Give at least one complete answer."),
        )
    for element in ELEMENTS:
        _require_answers(counted, element, missing)


def _require_answers(counted: ScoreCounts, element: str, missing: Missing) -> None:
    for score, people in counted.counts.get(element, {}).items():
        _checked(score, None, element)
        if people < 0:
            raise UnusableAnswersError(
                Text(
                    id=f"Jumlah responden {people} pada unsur {element} kurang dari nol.",
                    en=f"The {people} respondents of element {element} are fewer than none.",
                ),
                Text(id="Perbaiki jumlahnya.", en="Correct the number."),
                element=element,
            )
    answered = counted.answered(element)
    if answered == 0:
        raise UnusableAnswersError(
            Text(id=f"Unsur {element} tidak dijawab siapa pun.", en=f"Nobody answered element {element}."),
            Text(
                id="Indeks memerlukan kesembilan unsur; lengkapi datanya.",
                en="The index needs all nine elements; complete the data.",
            ),
            element=element,
        )
    if answered > counted.respondents or (answered < counted.respondents and missing == "refuse"):
        raise UnusableAnswersError(
            Text(
                id=f"Unsur {element} mempunyai {answered} jawaban dari {counted.respondents} responden.",
                en=f"Element {element} has {answered} answers from {counted.respondents} respondents.",
            ),
            _MISSING_REMEDY,
            element=element,
        )


def _refuse_missing(respondent: int, element: str, missing: Missing) -> None:
    if missing == "refuse":
        raise UnusableAnswersError(
            Text(
                id=f"Responden ke-{respondent} tidak menjawab unsur {element}.",
                en=f"Respondent {respondent} did not answer element {element}.",
            ),
            _MISSING_REMEDY,
            respondent=respondent,
            element=element,
        )


def _checked(score: int, respondent: int | None, element: str) -> int:
    if isinstance(score, bool) or score not in SCORES:
        who = ("", "") if respondent is None else (f"Responden ke-{respondent}, u", f"Respondent {respondent}, e")
        raise UnusableAnswersError(
            Text(
                id=f"{who[0] or 'U'}nsur {element}: nilai {score} bukan 1, 2, 3, atau 4.",
                en=f"{who[1] or 'E'}lement {element}: score {score} is not 1, 2, 3 or 4.",
            ),
            Text(
                id="Perbaiki nilainya, atau kosongkan bila tidak dijawab.",
                en="Correct the score, or leave it empty if unanswered.",
            ),
            respondent=respondent,
            element=element,
        )
    return int(score)


_MISSING_REMEDY = Text(
    id="Lengkapi jawabannya, atau pilih aturan per unsur: rata-rata unsur atas yang menjawab (jumlahnya ditampilkan).",
    en="Complete the answers, or choose the per-element rule: mean over those who answered, with their number shown.",
)
