"""How people stand to the medals of years of service, as pages and files show it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from pembina.core.rules.satyalancana import MedalStanding, MedalState
from pembina.domain.career.enums import DisciplineLevel
from pembina.domain.career.models import HeldMedal, ServiceCheck
from pembina.domain.career.standings import PersonStanding
from pembina.domain.people.models import Person
from pembina.web.choosing.describe import main_of
from pembina.web.components.formatting import MISSING, day, in_language

TONES = {
    MedalState.HELD: "success", MedalState.NOT_COVERED: "neutral", MedalState.BARRED: "danger",
    MedalState.UNKNOWN: "warning", MedalState.NOT_YET: "neutral", MedalState.ELIGIBLE: "info",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class MedalCell:
    """One medal of one person; `years` is what its badge says."""

    years: str
    label: str
    state: str
    tone: str
    because: str
    article: str
    certainty: str


@dataclass(frozen=True, slots=True)
class MedalRow:
    """One person in the list."""

    pk: int
    name: str
    nip: str
    post: str
    began: str
    checked: str
    note: str
    cells: list[MedalCell]


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One check of the personal file."""

    checked: str
    discipline: str
    leave: str
    source: str
    note: str


@dataclass(frozen=True, slots=True)
class HeldRow:
    """A medal on record."""

    pk: int
    name: str
    awarded: str
    decree: str
    taken_back: str


def state_word(state: MedalState) -> str:
    """Return the state in words."""
    return {
        MedalState.HELD: _("Sudah dimiliki"), MedalState.NOT_COVERED: _("Tidak tercakup"),
        MedalState.BARRED: _("Terhalang"), MedalState.UNKNOWN: _("Belum diperiksa"),
        MedalState.NOT_YET: _("Belum genap"), MedalState.ELIGIBLE: _("Dapat diusulkan"),
    }[state]  # fmt: skip


def medal_cells(standing: PersonStanding) -> list[MedalCell]:
    return [
        MedalCell(
            _("%(years)s th") % {"years": each.years}, in_language(each.label), state_word(each.state),
            TONES[each.state], in_language(each.because), each.article, in_language(each.certainty.sentence),
        )
        for each in standing.medals
    ]  # fmt: skip


def medal_rows(standings: Iterable[PersonStanding], people: dict[int, Person]) -> list[MedalRow]:
    return [_row(each, people[each.person]) for each in standings if each.person in people]


def medal_note(standing: PersonStanding) -> str:
    """Return what has to be looked into before anything is proposed."""
    if standing.began is None:
        return _("NIP tidak terbaca, jadi masa kerja tidak diketahui.")
    if standing.contradicts:
        return _("Kedudukan hukum dan pemeriksaan saling bertentangan; periksa ulang.")
    return ""


def medal_head() -> list[str]:
    return [
        _("NIP"), _("Nama"), _("Jabatan"), _("Unit kerja"), _("Mulai (menurut NIP)"), _("Diperiksa pada"),
        _("X tahun"), _("XX tahun"), _("XXX tahun"), _("Kode SIASN yang dapat diusulkan"), _("Catatan"),
    ]  # fmt: skip


def medal_line(standing: PersonStanding, person: Person) -> Sequence[str]:
    """Return one line of the file; the words are those of the page."""
    held = main_of(person)
    states = [state_word(each.state) for each in standing.medals] or [MISSING] * 3
    return [
        person.nip, person.titled_name, held.position if held else "", held.unit.name if held else "",
        standing.began.isoformat() if standing.began else "",
        standing.checked.checked_on.isoformat() if standing.checked else "",
        *states, _codes(standing.medals), medal_note(standing),
    ]  # fmt: skip


def check_rows(checks: Iterable[ServiceCheck]) -> list[CheckRow]:
    return [
        CheckRow(
            day(one.checked_on), discipline_word(one.discipline), leave_word(one.had_unpaid_leave), one.source, one.note
        )
        for one in checks
    ]  # fmt: skip


def held_rows(medals: Iterable[HeldMedal]) -> list[HeldRow]:
    return [
        HeldRow(one.pk, str(one.get_medal_display()), day(one.awarded_on), one.decree, one.taken_back_reason)
        for one in medals
    ]


def known_facts(standing: PersonStanding) -> list[tuple[str, str]]:
    """Return what the standing rests on, missing as missing."""
    checked = standing.checked
    return [
        (_("Mulai bekerja (CPNS, menurut NIP)"), day(standing.began)),
        (_("Hukuman disiplin terberat"), discipline_word(checked.discipline if checked else "")),
        (_("Cuti di luar tanggungan negara"), leave_word(checked.had_unpaid_leave if checked else None)),
        (_("Diperiksa pada"), day(checked.checked_on) if checked else _("Belum diperiksa")),
    ]


def _row(standing: PersonStanding, person: Person) -> MedalRow:
    held = main_of(person)
    return MedalRow(
        pk=person.pk,
        name=person.titled_name,
        nip=person.nip,
        post=f"{held.position}, {held.unit.name}" if held else MISSING,
        began=day(standing.began),
        checked=day(standing.checked.checked_on) if standing.checked else _("Belum diperiksa"),
        note=medal_note(standing),
        cells=medal_cells(standing),
    )


def _codes(medals: Iterable[MedalStanding]) -> str:
    return ", ".join(str(each.siasn_code) for each in medals if each.state is MedalState.ELIGIBLE)


def discipline_word(level: str) -> str:
    """Return the level in words; what nobody looked up is told as that."""
    return str(DisciplineLevel(level).label) if level else _("Belum diperiksa")


def leave_word(had: bool | None) -> str:
    """Return whether there was unpaid leave in words."""
    if had is None:
        return _("Belum diperiksa")
    return _("Pernah") if had else _("Tidak pernah")
