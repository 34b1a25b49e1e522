"""Four half-years of survey answers for every unit that serves citizens; the last round is still open.

What citizens say about the time follows how long their requests took in that half-year, so that the two sources of the
demonstration agree with each other as real ones do.
"""

import uuid
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import numpy as np

from pembina.core.rules.satisfaction_index import ELEMENTS
from pembina.domain.access.audit import local_date, one_event, record
from pembina.domain.access.bulk_rows import add_rows
from pembina.domain.services.demonstration.requests import SEED, first_day
from pembina.domain.services.demonstration.stories import Story, draw_story
from pembina.domain.services.enums import AgeBand, Education, Occupation, Sex, SurveyMeans, Suspicion
from pembina.domain.services.models import PublicService, SurveyPeriod, SurveyPlace, SurveyResponse
from pembina.domain.services.operations.survey_results import publish_result

HALF_YEAR = 6
# Somewhere between unhappy and content; what each element adds to it.
ELEMENT_OFFSET = dict(zip(ELEMENTS, (0.05, -0.02, 0.0, 0.3, 0.08, 0.1, 0.15, -0.2, -0.15), strict=True))
SPREAD, UNANSWERED, ON_PAPER = 0.62, 0.012, 0.25
FEWEST, SHARE_ASKED = 40, 0.35
# A row of the same answers within minutes: in how many units, and how many answers.
STUFFED, BURST = 0.2, 28
SUGGESTIONS = (
    "Pelayanan sudah baik, tolong dipertahankan.",
    "Antrean pagi terlalu panjang.",
    "Mohon ruang tunggu diberi kipas angin.",
    "Petugas ramah dan jelas menerangkan syaratnya.",
    "Berkas saya diminta dua kali.",
    "Semoga bisa diurus dari rumah.",
    "Loket tutup lebih awal dari jadwal.",
)
PROFILES: dict[str, tuple[tuple[str, ...], tuple[float, ...]]] = {
    "sex": ((Sex.FEMALE, Sex.MALE), (0.53, 0.47)),
    "age_band": (tuple(AgeBand), (0.06, 0.25, 0.28, 0.22, 0.13, 0.06)),
    "education": (tuple(Education), (0.16, 0.17, 0.38, 0.09, 0.17, 0.025, 0.005)),
    "occupation": (tuple(Occupation), (0.09, 0.01, 0.01, 0.28, 0.3, 0.31)),
}
RESPONSE = (
    "client_key", "period_id", "place_id", "service_id", "means", *ELEMENTS, *PROFILES, "suggestion", "answered_on",
    "device_at", "received_at", "device", "network", "suspicion", "is_excluded", "typed_by_id", "batch_id",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """One service as it is asked about: how it fares, and at which counter."""

    service: PublicService
    story: Story
    place: SurveyPlace


def load_demo_answers(*, on: date, at: datetime, scale: float = 1.0, seed: int = SEED) -> int:
    """Write rounds and answers, publish the rounds that have ended, and return how many answers there are.

    `scale` and `seed` are those of `load_demo_requests`. Nothing is written where a round is on record already.
    """
    if SurveyPeriod.objects.exists():
        return 0
    written, ended = 0, []
    with one_event():
        for asked in _by_unit(scale, seed, at):
            rng = np.random.default_rng([seed, asked[0].service.unit_id, len(asked)])
            stuffed = rng.random() < STUFFED
            for first in _half_years(on):
                period = _round(asked, first)
                rows = list(_answers(rng, asked, period, on, at))
                if stuffed and first == _half_years(on)[-2]:
                    rows += _burst(rng, asked[0], period, at)
                add_rows(SurveyResponse, RESPONSE, rows)
                written += len(rows)
                ended += [period] if period.closes_on < local_date(at) else []
        if written:
            subject = SurveyPeriod.objects.order_by("pk")[0]
            record("load_demo_answers", on=subject, by=None, at=at, changes={"rows": ("", str(written))})
    for period in ended:
        publish_result(period=period, by=None, at=at)
    return written


def _by_unit(scale: float, seed: int, at: datetime) -> Iterator[list[Asked]]:
    """Yield the services of each unit with the stories that their requests follow, and a counter for each."""
    units: dict[int, list[Asked]] = defaultdict(list)
    with_time = PublicService.objects.filter(standards__promised_amount__isnull=False).distinct()
    for service in with_time.select_related("unit").order_by("code"):
        story = draw_story(np.random.default_rng([seed, *service.code.encode()]), service.unit.sector, scale)
        token = uuid.uuid5(uuid.NAMESPACE_OID, f"{seed} {service.code}").hex[:16]
        name = f"Loket {len(units[service.unit_id]) + 1}"
        place = SurveyPlace(unit=service.unit, service=service, name=name, token=token, made_at=at)
        units[service.unit_id].append(Asked(service, story, place))
    for asked in units.values():
        SurveyPlace.objects.bulk_create([each.place for each in asked])
        yield asked


def _half_years(on: date) -> list[date]:
    """Return the first days of the half-years that begin within the demonstration, the one that runs at last."""
    first = first_day(on)
    months = range(first.year * 12 + first.month - 1, on.year * 12 + on.month)
    return [date(month // 12, month % 12 + 1, 1) for month in months if month % HALF_YEAR == 0]


def _round(asked: list[Asked], first: date) -> SurveyPeriod:
    number = first.month // HALF_YEAR + 1
    last = date(first.year, number * HALF_YEAR + 1, 1) if number == 1 else date(first.year + 1, 1, 1)
    users = max(1, round(sum(each.story.a_month for each in asked) * 12))
    title = f"SKM semester {number} tahun {first.year}"
    closes = last - timedelta(days=1)
    return SurveyPeriod.objects.create(
        unit=asked[0].service.unit, title=title, opens_on=first, closes_on=closes, population=users
    )


def _answers(
    rng: np.random.Generator, asked: list[Asked], period: SurveyPeriod, on: date, at: datetime
) -> Iterator[tuple[Any, ...]]:
    """Yield what was answered in a round up to now, service by service."""
    share = _days(period, at) / ((period.closes_on - period.opens_on).days + 1)
    begins, since = period.opens_on, first_day(on)
    month = (begins.year - since.year) * 12 + begins.month - since.month
    for each in asked:
        wanted = max(FEWEST / len(asked), each.story.a_month * HALF_YEAR * SHARE_ASKED)
        took = float(each.story.took[month : month + HALF_YEAR].mean())
        number = int(rng.poisson(wanted * share))
        people = zip(_scores(rng, each.story.care, took, number), _profiles(rng, number), strict=True)
        for scores, profile in people:
            yield _row(rng, each, period, scores, profile, _moment(rng, period, at))


def _burst(rng: np.random.Generator, asked: Asked, period: SurveyPeriod, at: datetime) -> Iterator[tuple[Any, ...]]:
    """Yield what somebody stuffed into the box: full marks, one answer every twenty seconds."""
    start = _moment(rng, period, at)
    for number, profile in enumerate(_profiles(rng, BURST)):
        moment = min(start + timedelta(seconds=20 * number), at)
        yield _row(rng, asked, period, [4] * len(ELEMENTS), profile, moment, Suspicion.SAME_ANSWERS)


def _scores(rng: np.random.Generator, care: float, took: float, number: int) -> list[list[int | None]]:
    """Draw people's answers around what each thinks of the service as a whole."""
    mood = rng.normal(care, 0.35, (number, 1))
    felt = mood + np.array([0.5 - 0.7 * took if each == "waktu" else ELEMENT_OFFSET[each] for each in ELEMENTS])
    drawn = np.clip(np.rint(rng.normal(felt, SPREAD)), 1, 4).astype(int)
    silent = rng.random(drawn.shape) < UNANSWERED
    # Whoever says nothing at all hands in nothing.
    silent[silent.all(axis=1)] = False
    return [
        [None if skipped else int(score) for score, skipped in zip(*answers, strict=True)]
        for answers in zip(drawn, silent, strict=True)
    ]


def _profiles(rng: np.random.Generator, number: int) -> Iterator[tuple[str, ...]]:
    """Draw who answers, in the order of `PROFILES`."""
    drawn = (rng.choice([str(name) for name in names], number, p=shares) for names, shares in PROFILES.values())
    return zip(*(column.tolist() for column in drawn), strict=True)


def _row(
    rng: np.random.Generator,
    asked: Asked,
    period: SurveyPeriod,
    scores: Sequence[int | None],
    profile: tuple[str, ...],
    moment: datetime,
    suspicion: str = "",
) -> tuple[Any, ...]:
    on_paper = not suspicion and rng.random() < ON_PAPER
    suggestion = SUGGESTIONS[rng.integers(len(SUGGESTIONS))] if rng.random() < 0.08 and not suspicion else ""
    key = uuid.UUID(bytes=rng.bytes(16), version=4)
    return (
        key, period.pk, asked.place.pk, asked.service.pk, (SurveyMeans.PAPER if on_paper else SurveyMeans.QR).value,
        *scores, *profile, suggestion, local_date(moment), None if on_paper else moment, moment, "", "",
        str(suspicion), False, None, None,
    )  # fmt: skip


def _moment(rng: np.random.Generator, period: SurveyPeriod, at: datetime) -> datetime:
    """Draw a moment in office hours of the round, none after now."""
    start = datetime.combine(period.opens_on, time.min, tzinfo=UTC)
    # From eight to four in the west of Indonesia.
    moment = start + timedelta(days=int(rng.integers(_days(period, at))), minutes=float(rng.uniform(60, 540)))
    return min(moment, at)


def _days(period: SurveyPeriod, at: datetime) -> int:
    """Return the days of a round up to now."""
    return (min(period.closes_on, local_date(at)) - period.opens_on).days + 1
