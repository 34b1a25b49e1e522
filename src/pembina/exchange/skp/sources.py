"""From records to the rows that SIASN is told: appraisals of our own, results of the national record, and both as one.

Where both tell of the same person and period there is one row: where they agree that of our own, where they differ
none, until somebody has chosen the source.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.db.models import Q, QuerySet

from pembina.core.rules.appraisal_rating import Predicate, Rating
from pembina.core.rules.credit_points import NotInForceError, level_named, level_step
from pembina.core.text import Text
from pembina.domain.people.enums import AssignmentKind, PositionKind
from pembina.domain.people.models import Assignment
from pembina.domain.people.ranks import PNS_RANKS, rank_name
from pembina.domain.performance.appraisal_enums import AppraisalState
from pembina.domain.performance.models import Appraisal, EvaluationPeriod, PerformanceResult
from pembina.domain.performance.models.appraisals import DELIVERED
from pembina.exchange.skp import siasn_wording as wording
from pembina.exchange.skp.periods import Period
from pembina.exchange.skp.siasn import AppraisalRow, Source, Standing

GROUPS = {"I": 10, "II": 20, "III": 30, "IV": 40}
RANK_IDS = {
    rank_name(code): str(GROUPS[code.partition("/")[0]] + "abcde".index(code.partition("/")[2]) + 1)
    for code in PNS_RANKS
}
"""SIASN's ids of golongan, by the words in which a snapshot keeps them: Penata (III/c) is 33."""
Coefficient = tuple[str, Text | None]


@dataclass(frozen=True, slots=True)
class Difference:
    """One period of one person of which both sources tell, and not the same."""

    own: AppraisalRow
    kept: AppraisalRow


@dataclass(frozen=True, slots=True)
class Merged:
    """The rows to send, each once, and where the sources differ."""

    rows: tuple[AppraisalRow, ...]
    differences: tuple[Difference, ...]


def merged(own: Iterable[AppraisalRow], kept: Iterable[AppraisalRow], *, source: Source | None = None) -> Merged:
    """Return both as one; `source` says which of two holds where they differ, and sends no other."""
    ours, theirs = _by_period(own), _by_period(kept)
    rows, differences = list[AppraisalRow](), list[Difference]()
    for key in ours | theirs:
        mine, other = ours.get(key), theirs.get(key)
        # What nobody has been told yet says nothing against the record.
        is_told = mine is not None and mine.standing in (Standing.FINAL, Standing.OBJECTED)
        differs = is_told and mine is not None and other is not None and mine.rated != other.rated
        if differs and mine is not None and other is not None:
            differences.append(Difference(mine, other))
        if source is not None:
            chosen = mine if source is Source.OWN else other
        elif differs:
            chosen = None
        else:
            chosen = mine if is_told or other is None else other
        if chosen is not None:
            rows.append(chosen)
    return Merged(tuple(sorted(rows, key=_order)), tuple(sorted(differences, key=lambda each: _order(each.own))))


def own_rows(appraisals: QuerySet[Appraisal]) -> Iterator[AppraisalRow]:
    """Yield what is on record of appraisals of our own; nothing of a rating before its document was delivered."""
    found = appraisals.exclude(state=AppraisalState.EXEMPT)
    for each in found.select_related("person__siasn", "period", "objection").defer("value_notes"):
        identity = getattr(each.person, "siasn", None)
        rater = each.told("superior" if each.rater_was_silent else "rater")
        standing = _standing(each)
        is_told = standing in (Standing.FINAL, Standing.OBJECTED)
        held, day = each.told("person"), each.period.ends_on
        code, why = _coefficient(held.get("position_kind", ""), held.get("position", ""), day)
        yield AppraisalRow(
            key=f"own-{each.pk}", name=each.person.titled_name, nip=each.person.nip,
            pns_id=identity.pns_id if identity else "", period=months_of(each.period),
            results=Rating(each.results) if is_told else None, behaviour=Rating(each.behaviour) if is_told else None,
            predicate=Predicate(each.predicate) if is_told else None,
            rater_nip=rater.get("nip", ""), rater_name=rater.get("name", ""),
            rater_position=rater.get("position", ""), rater_unit=rater.get("unit", ""),
            rater_rank=RANK_IDS.get(rater.get("rank", ""), rater.get("rank", "")),
            rater_status="ASN" if rater.get("nip") else "NON ASN", coefficient_id=code, no_coefficient=why,
            source=Source.OWN, standing=standing,
        )  # fmt: skip


def kept_rows(results: QuerySet[PerformanceResult]) -> Iterator[AppraisalRow]:
    """Yield what is on record of results of the national record; the positions of all of them in one query."""
    held = _held(results)
    for each in results.select_related("person__siasn"):
        identity = getattr(each.person, "siasn", None)
        row = AppraisalRow(
            key=f"kept-{each.pk}", name=each.person.titled_name, nip=each.person.nip,
            pns_id=identity.pns_id if identity else "",
            period=Period(each.year, each.cycle, each.first_month, each.last_month), results=Rating(each.results),
            behaviour=Rating(each.behaviour), predicate=Predicate(each.predicate), rater_nip=each.rater_nip,
            rater_name=each.rater_name, rater_position=each.rater_position, rater_unit=each.rater_unit,
            rater_rank=each.rater_rank, rater_status=each.rater_status,
        )  # fmt: skip
        day = date(each.year, each.last_month, 28)
        post = next((one for one in held.get(each.person_id, ()) if one.starts_on <= day and _lasts(one, day)), None)
        code, why = _coefficient(post.position_kind, post.position, day) if post else ("", wording.NO_POSITION)
        yield replace(row, coefficient_id=code, no_coefficient=why)


def months_of(period: EvaluationPeriod) -> Period:
    """Return a period of our own as SIASN tells it."""
    return Period(period.year, period.cycle, period.starts_on.month, period.ends_on.month)


def _standing(appraisal: Appraisal) -> Standing:
    if appraisal.state not in DELIVERED:
        return Standing.UNDELIVERED if appraisal.is_signed else Standing.UNSIGNED
    objection = getattr(appraisal, "objection", None)
    return Standing.OBJECTED if objection is not None and not objection.ruling else Standing.FINAL


def _coefficient(kind: str, position: str, day: date) -> Coefficient:
    """Return the code of the level, or why there is none (`credit_points`)."""
    if kind != PositionKind.FUNCTIONAL:
        return "", wording.NOT_FUNCTIONAL
    try:
        level = level_named(position, on=day)
    except NotInForceError as told:
        return "", told.message
    return (level_step(level, on=day).siasn_code, None) if level else ("", wording.NO_LEVEL)


def _held(results: QuerySet[PerformanceResult]) -> Mapping[int, Sequence[Assignment]]:
    years = list(results.order_by().values_list("year", flat=True).distinct())
    if not years:
        return {}
    in_time = Q(starts_on__lte=date(max(years), 12, 31)) & (
        Q(ends_on__isnull=True) | Q(ends_on__gte=date(min(years), 1, 1))
    )
    posts = Assignment.objects.filter(in_time, kind=AssignmentKind.MAIN, person__in=results.order_by().values("person"))
    found: dict[int, list[Assignment]] = {}
    for post in posts.order_by("-starts_on"):
        found.setdefault(post.person_id, []).append(post)
    return found


def _lasts(post: Assignment, day: date) -> bool:
    return post.ends_on is None or post.ends_on >= day


def _by_period(rows: Iterable[AppraisalRow]) -> dict[tuple[str, Period], AppraisalRow]:
    return {(row.nip, row.period): row for row in rows}


def _order(row: AppraisalRow) -> tuple[str, str, int]:
    return row.name, row.nip, row.period.first_month
