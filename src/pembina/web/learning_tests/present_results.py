"""Means, gains and items in the words and numbers of a page."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from pembina.core.learning import BatchGain
from pembina.domain.development.enums import TestMoment
from pembina.domain.development.models import Batch, LearningTest
from pembina.domain.development.queries.evaluations import BatchFigures
from pembina.domain.development.queries.learning_tests import ItemAnalysis, SeatGain
from pembina.domain.development.queries.reactions import Average, Reactions, by_session
from pembina.domain.development.reaction_items import BATCH_ITEMS, LEAST_SHOWN, SESSION_ITEMS, TRAINER_ITEMS
from pembina.web.components.clock import moment_there
from pembina.web.components.formatting import MISSING, in_language, number, percent, signed

ITEMS = BATCH_ITEMS | SESSION_ITEMS | TRAINER_ITEMS


@dataclass(frozen=True, slots=True)
class MeanRow:
    """The mean answer to one item."""

    subject: str
    text: str
    mean: str
    answers: int


@dataclass(frozen=True, slots=True)
class ReactionsShown:
    """What is known of the reactions; `hidden` says why there are no means."""

    lead: str
    hidden: str
    of_batch: tuple[MeanRow, ...]
    of_sessions: tuple[MeanRow, ...]
    of_trainers: tuple[MeanRow, ...]
    remarks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Figure:
    label: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class GainShown:
    """The gain in a sentence and in numbers, or why it is not told."""

    because: str
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class TestState:
    """One of the two tests of a batch, as whoever organises it sees it."""

    moment: str
    title: str
    state: str
    questions: int
    address: str


@dataclass(frozen=True, slots=True)
class ItemRow:
    text: str
    before: str
    after: str
    change: str


@dataclass(frozen=True, slots=True)
class PersonRow:
    name: str
    unit: str
    before: str
    after: str
    gain: str
    normalised: str


@dataclass(frozen=True, slots=True)
class BatchRow:
    address: str
    title: str
    seats: int
    attended: int
    reaction: str
    answered: str
    means: str
    gain: str
    normalised: str
    missing: int


def present_reactions(found: Reactions, trainers: list[Average], batch: Batch, *, at: datetime) -> ReactionsShown:
    told = {"given": found.given, "attended": found.attended}
    lead = _("%(given)d dari %(attended)d peserta yang hadir mengisi.") % told
    hidden = _hidden(found, batch, at)
    titles = dict(batch.sessions.values_list("pk", "title"))
    grouped = by_session(found.averages)
    sessions = tuple(
        _mean_row(titles.get(session, ""), each)
        for session, means in grouped.items() if session is not None for each in means
    )  # fmt: skip
    of_batch = tuple(_mean_row("", each) for each in grouped.get(None, []))
    return ReactionsShown(
        lead, hidden, () if hidden else of_batch, sessions, tuple(_mean_row(each.trainer, each) for each in trainers),
        found.remarks,
    )  # fmt: skip


def _hidden(found: Reactions, batch: Batch, at: datetime) -> str:
    """Say why there are no means, empty where there are."""
    if found.opens_at is not None and at <= found.opens_at:
        moment = moment_there(found.opens_at, batch.zone)
        return _("Rata-rata dan saran tampil setelah evaluasi ditutup, %(moment)s.") % {"moment": moment}
    if found.given < LEAST_SHOWN:
        return _("Rata-rata tampil mulai %(n)d jawaban, supaya tidak seorang pun dapat dikenali.") % {"n": LEAST_SHOWN}
    return ""


def tells_somebodys(gain: BatchGain) -> bool:
    """Say whether so few took both tests that the gain tells what one of them scored."""
    return 0 < gain.paired < LEAST_SHOWN


def leaves_somebodys(found: Iterable[BatchFigures], open_to: Collection[int]) -> bool:
    """Say whether the gain of all, less that of the batches shown, tells what somebody of the others scored."""
    others = [each.gain for each in found if each.batch.pk not in open_to and tells_somebodys(each.gain)]
    return 0 < sum(gain.paired for gain in others) < LEAST_SHOWN


def present_gain(gain: BatchGain, *, is_hidden: bool) -> GainShown:
    if is_hidden:
        because = _(
            "Kenaikan tampil mulai %(n)d peserta yang mengikuti kedua tes, supaya nilai seseorang tidak dapat dikenali."
        )
        return GainShown(because % {"n": LEAST_SHOWN}, ())
    return GainShown(in_language(gain.because), tuple(gain_figures(gain)))


def gain_figures(gain: BatchGain) -> list[Figure]:
    """Return the numbers of the paired gain; the sentence beside them is `gain.because`."""
    low, high = gain.difference.low, gain.difference.high
    interval = f"{signed(low, 1)} … {signed(high, 1)}" if low is not None and high is not None else MISSING
    within = _("selang 95%% %(ends)s") % {"ends": interval}
    return [
        Figure(_("Rata-rata pre-test"), number(gain.mean_pre, 1), _("dari yang mengikuti keduanya")),
        Figure(_("Rata-rata post-test"), number(gain.mean_post, 1), _("dari yang mengikuti keduanya")),
        Figure(_("Perubahan rata-rata"), signed(gain.difference.mean, 1), within),
        Figure(_("Gain ternormalisasi"), number(gain.class_normalised, 2), _("bagian yang masih dapat diraih")),
        Figure(_("Mengikuti keduanya"), number(gain.paired)),
        Figure(
            _("Tidak lengkap"), number(gain.only_pre + gain.only_post + gain.neither),
            _("hanya pre %(pre)d, hanya post %(post)d, tanpa tes %(none)d")
            % {"pre": gain.only_pre, "post": gain.only_post, "none": gain.neither},
        ),
    ]  # fmt: skip


def test_states(batch: Batch, tests: Mapping[str, LearningTest], *, at: datetime) -> list[TestState]:
    return [_test_state(batch, moment, tests.get(moment.value), at) for moment in TestMoment]


def item_rows(analysis: ItemAnalysis) -> list[ItemRow]:
    rows = []
    for item in analysis.items:
        before = _share(item.right_before, analysis.handed_in_before)
        after = _share(item.right_after, analysis.handed_in_after)
        change = MISSING if before is None or after is None else f"{signed(100 * (after - before))}"
        rows.append(ItemRow(item.question.text, percent(before), percent(after), change))
    return rows


def person_rows(gains: Iterable[SeatGain]) -> list[PersonRow]:
    return [
        PersonRow(
            each.seat.person.titled_name,
            each.seat.person.today[0].unit.name if each.seat.person.today else _("Tanpa unit"),  # type: ignore[attr-defined]
            _score(each.scores.pre),
            _score(each.scores.post),
            signed(each.gain.difference, 1),
            number(each.gain.normalised, 2),
        )
        for each in gains
    ]


def batch_rows(figures: Iterable[BatchFigures], open_to: Collection[int]) -> list[BatchRow]:
    """Return the batches side by side; the gain of very few only in the batches `open_to` the visitor."""
    rows = []
    for each in figures:
        gain = each.gain
        is_hidden = tells_somebodys(gain) and each.batch.pk not in open_to
        means = f"{number(gain.mean_pre, 1)} → {number(gain.mean_post, 1)}" if gain.paired else MISSING
        rows.append(
            BatchRow(
                reverse("learning_tests:batch", args=[each.batch.pk]), each.batch.title, each.seats, each.attended,
                number(each.reaction, 1), f"{each.answered}/{each.attended}",
                MISSING if is_hidden else means,
                MISSING if is_hidden else signed(gain.difference.mean, 1),
                MISSING if is_hidden else number(gain.class_normalised, 2),
                gain.only_pre + gain.only_post + gain.neither,
            )
        )  # fmt: skip
    return rows


def _mean_row(subject: str, average: Average) -> MeanRow:
    return MeanRow(subject, in_language(ITEMS[average.item]), number(average.mean, 1), average.answers)


def _test_state(batch: Batch, moment: TestMoment, test: LearningTest | None, at: datetime) -> TestState:
    state = _("Belum disusun")
    if test is not None and at < test.opens_at:
        state = _("Dibuka %(moment)s") % {"moment": moment_there(test.opens_at, batch.zone)}
    elif test is not None:
        word = _("Terbuka sampai %(moment)s") if at <= test.closes_at else _("Ditutup %(moment)s")
        state = word % {"moment": moment_there(test.closes_at, batch.zone)}
    address = reverse("learning_tests:plan", args=[batch.pk, moment.value])
    return TestState(moment.value, str(moment.label), state, len(test.asked.all()) if test else 0, address)


def _share(right: int, handed_in: int) -> float | None:
    return right / handed_in if handed_in else None


def _score(score: object) -> str:
    return MISSING if score is None else number(float(score), 2)  # type: ignore[arg-type]
