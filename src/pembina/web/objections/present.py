"""Objections as their pages show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from pembina.core.rules.objection_deadlines import Step
from pembina.core.rules.service_time import WorkingCalendar
from pembina.domain.access.audit import local_date
from pembina.domain.performance.appraisal_clocks import Clock, clocks_of, working_days
from pembina.domain.performance.models import Objection
from pembina.domain.performance.queries.objections import FEWEST, UnitObjections
from pembina.web.components.formatting import MISSING, day, in_language, number


@dataclass(frozen=True, slots=True)
class ObjectionRow:
    """One objection in a list."""

    address: str
    person: str
    unit: str
    period: str
    filed: str
    state: str
    tone: str
    is_late: bool
    clock: str
    clock_is_late: bool


@dataclass(frozen=True, slots=True)
class ObjectionShown:
    """One objection with both sides, and what the visitor may do."""

    pk: int
    title: str
    state: str
    tone: str
    facts: list[tuple[str, str]]
    texts: list[tuple[str, str]]
    clock: str
    clock_article: str
    clock_is_late: bool
    appraisal: str
    is_late: bool
    may_state: bool
    may_hear: bool
    may_decide: bool


@dataclass(frozen=True, slots=True)
class PublishedRow:
    """The counts of one unit; what is too small is said in words."""

    unit: str
    filed: str
    changed: str


def objection_rows(objections: Iterable[Objection], *, on: date) -> list[ObjectionRow]:
    calendar = working_days()
    return [_row(each, calendar, on) for each in objections]


def present_objection(
    objection: Objection, *, may_state: bool, may_hear: bool, may_decide: bool, on: date
) -> ObjectionShown:
    """Return the page of an objection; the three say what the visitor's place allows while it is open."""
    one = objection.appraisal
    clock = _clock(objection, working_days(), on)
    state, tone = _standing(objection)
    texts = [
        (_("Alasan keberatan"), objection.reason), (_("Bukti"), objection.evidence),
        (_("Penjelasan pejabat penilai"), objection.statement), (_("Keterangan pegawai"), objection.hearing),
        (_("Keputusan dan rekomendasi atasan penilai"), objection.ruling_reason),
    ]  # fmt: skip
    is_open = not objection.ruling
    return ObjectionShown(
        pk=objection.pk,
        title=_("Keberatan %(name)s, %(period)s")
        % {"name": one.told("person").get("name"), "period": one.period.label},
        state=state,
        tone=tone,
        facts=[
            (_("Diajukan"), day(local_date(objection.filed_at))),
            (_("Batas pengajuan"), day(objection.due_on)),
            (_("Penilai"), one.told("rater").get("name", MISSING)),
            (_("Diputus oleh"), one.told("superior").get("name", MISSING)),
            (_("Diputus pada"), day(local_date(objection.decided_at)) if objection.decided_at else MISSING),
        ],
        texts=[(label, said) for label, said in texts if said],
        clock=_clock_words(clock) if clock else "",
        clock_article=clock.deadline.article if clock else "",
        clock_is_late=bool(clock and clock.standing.state.is_late),
        appraisal=reverse("appraisals:show", args=[one.pk]),
        is_late=objection.is_late,
        may_state=is_open and may_state,
        may_hear=is_open and may_hear,
        may_decide=is_open and may_decide,
    )


def published_rows(counts: Iterable[UnitObjections]) -> list[PublishedRow]:
    hidden = _("kurang dari %(fewest)s") % {"fewest": FEWEST}
    return [
        PublishedRow(
            each.unit,
            hidden if each.filed is None else number(each.filed),
            hidden if each.changed is None else number(each.changed),
        )
        for each in counts
    ]


def _row(objection: Objection, calendar: WorkingCalendar, on: date) -> ObjectionRow:
    one = objection.appraisal
    state, tone = _standing(objection)
    clock = _clock(objection, calendar, on)
    return ObjectionRow(
        address=reverse("objections:show", args=[objection.pk]),
        person=one.told("person").get("name", MISSING),
        unit=one.told("person").get("unit", MISSING),
        period=one.period.label,
        filed=day(local_date(objection.filed_at)),
        state=state,
        tone=tone,
        is_late=objection.is_late,
        clock=_clock_words(clock) if clock else "",
        clock_is_late=bool(clock and clock.standing.state.is_late),
    )


def _standing(objection: Objection) -> tuple[str, str]:
    if objection.ruling:
        return str(objection.get_ruling_display()), "success"
    if objection.statement and objection.hearing:
        return _("Menunggu keputusan"), "warning"
    return _("Mendengar kedua pihak"), "info"


def _clock(objection: Objection, calendar: WorkingCalendar, on: date) -> Clock | None:
    found = clocks_of(objection.appraisal, objection, calendar=calendar, on=on)
    return next((clock for clock in found if clock.deadline.step is Step.DECIDE), None)


def _clock_words(clock: Clock) -> str:
    return f"{in_language(clock.standing.state.label)}: {in_language(clock.standing.because)}"
