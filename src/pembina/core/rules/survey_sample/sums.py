"""What is left of survey answers once they are counted; the sums of months, services and units simply add up."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pembina.core.rules.satisfaction_index import ELEMENTS, ScoreCounts, UnusableAnswersError, count_scores
from pembina.core.text import Text

Four = tuple[int, int, int, int]
NOTHING: tuple[Four, ...] = ((0, 0, 0, 0),) * len(ELEMENTS)


@dataclass(frozen=True, slots=True)
class AnswerSums:
    """Sufficient for the index and for its error; adding two gives what counting all their answers at once gives.

    Attributes
    ----------
    respondents : people who took part
    counts : for each element in the order of `ELEMENTS`, how many gave 1, 2, 3 and 4
    complete : people who answered all nine elements
    total : over those, the sum of their nine scores (9 to 36 a person)
    squares : over those, the sum of the squares of the same
    """

    respondents: int = 0
    counts: tuple[Four, ...] = field(default=NOTHING)
    complete: int = 0
    total: int = 0
    squares: int = 0

    def __add__(self, other: "AnswerSums") -> "AnswerSums":
        return AnswerSums(
            self.respondents + other.respondents,
            tuple(_added(mine, theirs) for mine, theirs in zip(self.counts, other.counts, strict=True)),
            self.complete + other.complete,
            self.total + other.total,
            self.squares + other.squares,
        )

    @property
    def score_counts(self) -> ScoreCounts:
        """Return the counts as `satisfaction_index` takes them."""
        counted = {
            element: {score: people for score, people in enumerate(four, start=1) if people}
            for element, four in zip(ELEMENTS, self.counts, strict=True)
        }
        return ScoreCounts(self.respondents, counted)

    @property
    def unanswered(self) -> tuple[str, ...]:
        """Return the elements that nobody answered, in the order of the Annex."""
        return tuple(element for element, four in zip(ELEMENTS, self.counts, strict=True) if not any(four))

    def answered(self, element: str) -> int:
        """Return how many people answered an element."""
        return sum(self.counts[ELEMENTS.index(element)])


def sums_of(answers: Iterable[Mapping[str, int | None]]) -> AnswerSums:
    """Count answers, one mapping {element key: score 1-4} a person; None or an absent key is no answer.

    Raises
    ------
    UnusableAnswersError : a score outside 1-4, named with respondent and element
    """
    rows = list(answers)
    counted = count_scores(rows, missing="per_element")
    totals = [sum(row[element] or 0 for element in ELEMENTS) for row in rows if _is_complete(row)]
    return AnswerSums(
        counted.respondents,
        tuple(_four(counted.counts[element]) for element in ELEMENTS),
        len(totals),
        sum(totals),
        sum(total * total for total in totals),
    )


def added(parts: Iterable[AnswerSums]) -> AnswerSums:
    """Return the sums of all parts together."""
    return sum(parts, AnswerSums())


def require_possible(sums: AnswerSums) -> None:
    """Raise ``UnusableAnswersError`` for sums that no answers can have: a miscount shall not pass for a result."""
    people = (sums.complete, *(sum(four) for four in sums.counts))
    negative = any(count < 0 for four in sums.counts for count in four)
    spread = sums.complete * sums.squares - sums.total * sums.total
    if negative or max(people) > sums.respondents or spread < 0 or not _in_range(sums):
        raise UnusableAnswersError(
            Text(id="Jumlah jawaban tidak cocok satu sama lain.", en="The sums of the answers contradict each other."),
            Text(id="Hitung ulang dari jawabannya.", en="Count the answers again."),
        )


def _in_range(sums: AnswerSums) -> bool:
    least, most = len(ELEMENTS) * sums.complete, 4 * len(ELEMENTS) * sums.complete
    return least <= sums.total <= most


def _is_complete(row: Mapping[str, int | None]) -> bool:
    return all(row.get(element) is not None for element in ELEMENTS)


def _four(counts: Mapping[int, int]) -> Four:
    return (counts.get(1, 0), counts.get(2, 0), counts.get(3, 0), counts.get(4, 0))


def _added(mine: Four, theirs: Four) -> Four:
    return (mine[0] + theirs[0], mine[1] + theirs[1], mine[2] + theirs[2], mine[3] + theirs[3])
