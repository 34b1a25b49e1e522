"""Partners, curricula and forms of development as the pages show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from pembina.core.rules.learning_hours import Equivalent
from pembina.core.rules.learning_hours import form as learning_form
from pembina.domain.development.enums import EquivalentUnit, VersionState
from pembina.domain.development.models import CurriculumVersion, OwnLearningForm, Partner, PartnerAgreement
from pembina.domain.development.queries.curricula import UnitPair, shares_of
from pembina.domain.development.queries.own_forms import FormRow
from pembina.domain.development.queries.partners import SOON
from pembina.web.components.charts.rows import Stack, StackedChart
from pembina.web.components.formatting import MISSING, day, in_language, number, percent

Facts = list[tuple[str, str]]
VERSION_TONES = {VersionState.DRAFT: "warning", VersionState.IN_FORCE: "success", VersionState.REPLACED: ""}
MOST_PARTS = 4


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """One partner in the list."""

    address: str
    name: str
    lead: str
    agreement: str
    tone: str
    courses: str


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """One agreement."""

    pk: int
    number: str
    subject: str
    span: str
    state: str
    tone: str
    partner: str
    partner_address: str


def partner_rows(partners: Iterable[Any], *, on: date) -> list[PartnerRow]:
    """Return the partners that carry `last_day` and `courses`."""
    return [_partner_row(partner, on) for partner in partners]


def _partner_row(partner: Any, on: date) -> PartnerRow:
    state, tone = agreement_state(partner.last_day, on)
    return PartnerRow(
        address=reverse("partners:show", args=[partner.pk]),
        name=partner.name,
        lead=" · ".join(part for part in (str(partner.get_kind_display()), partner.city) if part),
        agreement=f"{state} ({day(partner.last_day)})" if partner.last_day else _("Belum ada perjanjian"),
        tone=tone,
        courses=number(partner.courses),
    )


def agreement_state(last: date | None, on: date) -> tuple[str, str]:
    """Return where an agreement stands by its last day, and the tone of its badge."""
    if last is None:
        return "", ""
    if last < on:
        return _("Berakhir"), "danger"
    return (_("Segera berakhir"), "warning") if last <= on + SOON else (_("Berlaku"), "success")


def agreement_rows(agreements: Iterable[PartnerAgreement], *, on: date) -> list[AgreementRow]:
    return [_agreement_row(one, on) for one in agreements]


def _agreement_row(one: PartnerAgreement, on: date) -> AgreementRow:
    state, tone = agreement_state(one.ends_on, on)
    if one.starts_on > on:
        state, tone = _("Belum mulai"), "info"
    return AgreementRow(
        one.pk, one.number, one.subject, f"{day(one.starts_on)} – {day(one.ends_on)}", state, tone, one.partner.name,
        reverse("partners:show", args=[one.partner_id]),
    )  # fmt: skip


def partner_facts(partner: Partner) -> Facts:
    told = [
        (_("Jenis"), str(partner.get_kind_display())), (_("Kota"), partner.city),
        (_("Narahubung"), partner.contact_name), (_("Surel"), partner.contact_email),
        (_("Telepon"), partner.contact_phone), (_("Catatan"), partner.note),
    ]  # fmt: skip
    return [(label, value) for label, value in told if value]


@dataclass(frozen=True, slots=True)
class CourseRow:
    """One curriculum in the list."""

    address: str
    title: str
    lead: str
    version: str
    hours: str
    has_draft: bool
    programmes: str


def course_rows(curricula: Iterable[Any], *, on: date) -> list[CourseRow]:
    """Return the curricula that carry their figures."""
    return [_course_row(course, on) for course in curricula]


def _course_row(course: Any, on: date) -> CourseRow:
    return CourseRow(
        address=reverse("partners:curriculum", args=[course.pk]),
        title=course.title,
        lead=f"{course.code} · {course.get_sector_display()} · {form_name(course.form, on=on)}",
        version=_("versi %s") % number(course.in_force) if course.in_force else _("belum ada yang berlaku"),
        hours=jp(course.hours),
        has_draft=bool(course.drafts),
        programmes=number(course.programme_count),
    )


def form_name(siasn_id: int, *, on: date) -> str:
    return in_language(learning_form(siasn_id, on=on).label)


@dataclass(frozen=True, slots=True)
class UnitRow:
    """One competence unit."""

    title: str
    hours: str
    taught_by: str


@dataclass(frozen=True, slots=True)
class VersionCard:
    """One version of a curriculum."""

    pk: int
    version: int
    title: str
    state: str
    tone: str
    rules: Facts
    units: list[UnitRow]
    shares: StackedChart | None
    change_note: str
    is_draft: bool


def version_cards(versions: Iterable[CurriculumVersion]) -> list[VersionCard]:
    return [_version_card(version) for version in versions]


def _version_card(version: CurriculumVersion) -> VersionCard:
    units = list(version.units.all())
    return VersionCard(
        pk=version.pk,
        version=version.version,
        title=_("Versi %s") % number(version.version),
        state=str(version.get_state_display()),
        tone=VERSION_TONES[VersionState(version.state)],
        rules=rules_of(version),
        units=[UnitRow(one.title, jp(one.hours), teacher(one.taught_by)) for one in units],
        shares=_shares(version, units),
        change_note=version.change_note,
        is_draft=version.state == VersionState.DRAFT,
    )


def _shares(version: CurriculumVersion, units: list[Any]) -> StackedChart | None:
    """Draw who teaches how much; whoever comes after the third is drawn together."""
    shares = shares_of(units)
    if not shares:
        return None
    named = [(one.name or own(), one.share) for one in shares]
    if len(named) > MOST_PARTS:
        named = [*named[: MOST_PARTS - 1], (_("Lainnya"), sum(share for _name, share in named[MOST_PARTS - 1 :]))]
    whole = Stack(_("Versi %s") % number(version.version), [share for _name, share in named])
    return StackedChart(_("Bagian JP menurut pengajar"), [name for name, _share in named], [whole])


def rules_of(version: CurriculumVersion) -> Facts:
    total = sum((one.hours for one in version.units.all()), 0)
    mark = number(float(version.pass_mark), 2) if version.pass_mark is not None else _("tidak ada")
    valid = _("%s bulan") % number(version.valid_months) if version.valid_months else _("berlaku terus")
    return [
        (_("Jumlah JP"), jp(total)),
        (_("Kehadiran paling sedikit"), percent(version.least_attendance / 100)),
        (_("Nilai lulus"), mark),
        (_("Masa berlaku sertifikat"), valid),
        (_("Disusun bersama"), version.partner.name if version.partner else MISSING),
        (_("Berlaku mulai"), day(version.in_force_from)),
    ]


@dataclass(frozen=True, slots=True)
class PairRow:
    """One competence unit in two versions."""

    title: str
    before: str
    after: str
    change: str
    tone: str


def pair_rows(pairs: Iterable[UnitPair]) -> list[PairRow]:
    return [_pair_row(pair) for pair in pairs]


def _pair_row(pair: UnitPair) -> PairRow:
    said = [f"{jp(one.hours)} · {teacher(one.taught_by)}" if one else MISSING for one in (pair.before, pair.after)]
    either = pair.after or pair.before
    if pair.before is None:
        change, tone = _("baru"), "success"
    elif pair.after is None:
        change, tone = _("dihapus"), "danger"
    else:
        change, tone = (_("tetap"), "") if pair.is_same else (_("berubah"), "warning")
    return PairRow(either.title if either else "", said[0], said[1], change, tone)


def teacher(partner: Partner | None) -> str:
    return partner.name if partner else own()


def own() -> str:
    return _("Pemerintah sendiri")


def jp(hours: Any) -> str:
    """Return ``4 JP`` or ``2,5 JP``; a dash where nobody said."""
    if hours is None:
        return MISSING
    return f"{number(float(hours), 0 if hours == int(hours) else 2)} JP"


@dataclass(frozen=True, slots=True)
class FormLine:
    """One form of development: the rule beside what this government has set."""

    number: int
    label: str
    kind: str
    rule: str
    own: str
    source: str
    sure: str
    pk: int | None


def form_lines(rows: Iterable[FormRow]) -> list[FormLine]:
    return [_form_line(row) for row in rows]


def _form_line(row: FormRow) -> FormLine:
    holds = row.holds.equivalent
    source = row.own.decree if row.own else (holds.article if holds else "")
    return FormLine(
        number=row.rule.siasn_id,
        label=in_language(row.rule.label),
        kind=_("Klasikal") if row.holds.is_classical else _("Nonklasikal"),
        rule=equivalent(row.rule.equivalent),
        own=equivalent(row.holds.equivalent) if row.own else "",
        source=source,
        sure=in_language(holds.certainty.sentence) if holds else _("Belum ada padanan yang diketahui."),
        pk=row.own.pk if row.own else None,
    )


def equivalent(told: Equivalent | None) -> str:
    """Return ``4 JP per kegiatan``, with its bounds."""
    if told is None:
        return _("dari sertifikat atau lamanya")
    words = _("%(jp)s per %(unit)s") % {"jp": jp(told.jp_per_unit), "unit": in_language(told.unit.label)}
    bounds = [
        _("paling banyak %s per kegiatan") % jp(told.max_per_activity) if told.max_per_activity else "",
        _("paling banyak %s setahun") % jp(told.max_per_year) if told.max_per_year else "",
    ]
    return "; ".join(part for part in (words, *bounds) if part)


@dataclass(frozen=True, slots=True)
class OwnRow:
    """One own value, in force or not."""

    pk: int
    span: str
    value: str
    decree: str
    is_open: bool


def own_rows(entries: Iterable[OwnLearningForm], *, on: date) -> list[OwnRow]:
    return [_own_row(entry, on) for entry in entries]


def _own_row(entry: OwnLearningForm, on: date) -> OwnRow:
    last = day(entry.ends_on) if entry.ends_on else _("seterusnya")
    units = dict(EquivalentUnit.choices)
    told = {"jp": jp(entry.jp_per_unit), "unit": str(units.get(entry.unit, "")).lower()}
    value = _("%(jp)s per %(unit)s") % told if entry.jp_per_unit else _("dari sertifikat atau lamanya")
    is_open = entry.ends_on is None or entry.ends_on >= on
    return OwnRow(entry.pk, f"{day(entry.starts_on)} – {last}", value, entry.decree, is_open)
