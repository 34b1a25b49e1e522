"""Which answers about a leader or a unit may be shown, and when: in batches of at least four that never change.

Why this is safe. Whether a single query is harmless cannot be judged by itself: two harmless averages may differ by one
person. So no query is ever judged here. Answers are put into *batches*, and these are the only thing ever published:

1. A batch holds at least the smallest group (four raters), and each answer lies in exactly one batch.
2. A batch is fixed when it is released. It is never split, enlarged or computed anew; the division into parts is made
   at the first release and stays. Late answers wait until at least four new ones of the same part form a batch.
3. Every figure that is shown is the average of one batch, or is computed from such averages alone (``together``).

Write every published sum as a vector with one entry for each rater. By 3 it is a combination of the vectors of the
batches; these are disjoint, so any sum or difference of published sums has the same entry for all raters of a batch. If
it is not zero, it concerns at least one whole batch, thus four raters or more: by any chain of differences, over any
filters and at any times, nobody gets at fewer. And no score enters the decision what is released, so this decision
tells nothing about scores.

What this cannot do. A rater knows the own answer and faces the rest of a batch, at least three. Three of four who
compare notes know the fourth. Who believes that everybody answers the same in each period can compare two periods: that
is a guess about opinions, not arithmetic, and a reason not to ask too often. Written comments are not averages and are
not covered. The numbers of raters are not secret here, only told in bands. Figures over several leaders or periods are
to be computed from released batches alone; one answer of each rater is for the caller to ensure.

This is why ``survey_sample.safe_cells`` does not serve here: it guards one table that is published once, and hides
cells anew whenever the table has changed.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from pembina.core.rules.appraisal_rating import Certainty
from pembina.core.rules.dated import parameters_in_force
from pembina.core.rules.group_privacy import refusals
from pembina.core.rules.group_privacy.parts import Part, Path, parts_of
from pembina.core.text import Text

PACKAGE = "pembina.core.rules.group_privacy"
Rater = TypeVar("Rater", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Batch(Generic[Rater]):
    """Answers that were released together, for good; `raters` are marks of answers, not names of people."""

    part: Part
    raters: frozenset[Rater]


@dataclass(frozen=True, slots=True)
class Release(Generic[Rater]):
    """What is released now.

    Attributes
    ----------
    batches : the new ones, to be kept as they are
    is_waiting : whether answers are held back; how many is not told
    smallest : the least number of raters in a batch
    article, certainty, because : why, in a sentence; `because` is None where nothing is held back
    """

    batches: tuple[Batch[Rater], ...]
    is_waiting: bool
    smallest: int
    article: str
    certainty: Certainty
    because: Text | None


def next_release(
    *, waiting: Mapping[Rater, Path], released: Sequence[Batch[Rater]], closes: date, on: date
) -> Release[Rater]:
    """Decide which of the waiting answers about one subject in one pulse are released on a day.

    Parameters
    ----------
    waiting : answers that are not released yet, each with its path (one name for each cut, the outermost first)
    released : all earlier batches of this subject in this pulse
    closes : last day of the pulse; nothing is released before the day after, so that the parts are made once, of many

    Raises
    ------
    NotInForceError : before the first version
    UnusableAnswersError : paths of unlike length, a rater who is released already, released parts that overlap
    """
    told = parameters_in_force(PACKAGE, on=on)
    smallest: int = told["smallest_group"]
    _check(waiting, released)
    batches = _batches(waiting, released, smallest) if on > closes else ()
    gone = frozenset(rater for batch in batches for rater in batch.raters)
    is_waiting = len(gone) < len(waiting)
    return Release(
        batches=batches,
        is_waiting=is_waiting,
        smallest=smallest,
        article=told["article"],
        certainty=Certainty(told["certainty"]),
        because=_because(smallest, is_closed=on > closes) if is_waiting else None,
    )


def batches_within(batches: Iterable[Batch[Rater]], *, only: Mapping[int, Set[str]]) -> tuple[Batch[Rater], ...]:
    """Return the batches that lie wholly within a filter: names that are allowed, by number of the cut from 0.

    What lies only partly within it is left out. The answer depends on the parts, never on who answered.
    """
    names = {cut: frozenset(allowed) for cut, allowed in only.items()}
    return tuple(batch for batch in batches if batch.part.lies_within(names))


def _batches(
    waiting: Mapping[Rater, Path], released: Sequence[Batch[Rater]], smallest: int
) -> tuple[Batch[Rater], ...]:
    if not released:
        parts = parts_of(waiting.values(), smallest=smallest)
    else:
        known = frozenset(batch.part for batch in released)
        # A path that no part covers was empty when the parts were made; it may become a part of its own, cut no more.
        new = {path for path in waiting.values() if not any(part.covers(path) for part in known)}
        parts = (*known, *(Part(frozenset({path})) for path in new))
    found = (Batch(part, frozenset(rater for rater, path in waiting.items() if part.covers(path))) for part in parts)
    enough = (batch for batch in found if len(batch.raters) >= smallest)
    return tuple(sorted(enough, key=lambda batch: sorted(batch.part.beginnings)))


def _check(waiting: Mapping[Rater, Path], released: Sequence[Batch[Rater]]) -> None:
    depths = {len(path) for path in waiting.values()}
    deepest = max((len(one) for batch in released for one in batch.part.beginnings), default=0)
    if len(depths) > 1 or (depths and deepest > min(depths)):
        raise refusals.depth()
    gone = [rater for batch in released for rater in batch.raters]
    if len(set(gone)) < len(gone) or any(rater in waiting for rater in gone):
        raise refusals.twice()
    parts = list({batch.part for batch in released})
    if any(one.overlaps(two) for place, one in enumerate(parts) for two in parts[:place]):
        raise refusals.overlap()


def _because(smallest: int, *, is_closed: bool) -> Text:
    if not is_closed:
        return Text(
            id="Jawaban baru ditampilkan sesudah masa pengisian berakhir.",
            en="Answers are shown once the time for answering has ended.",
        )
    return Text(
        id=f"Sebagian jawaban belum ditampilkan: setiap kelompok memuat paling sedikit {smallest} penilai, dan jawaban "
        f"yang terlambat menunggu sampai ada {smallest} yang baru, agar jawaban seseorang tidak dapat dihitung.",
        en=f"Some answers are not shown yet: each group holds at least {smallest} raters, and late answers wait until "
        f"there are {smallest} new ones, so that nobody's answer can be computed.",
    )
