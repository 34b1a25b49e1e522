"""What one row of a file of units says about a unit."""

import re
from dataclasses import dataclass, field

from pembina.core.text import Text
from pembina.domain.people.enums import Sector, TimeZone, UnitKind
from pembina.domain.people.intake.rows import UnitRow
from pembina.exchange.staff import limits, problems
from pembina.exchange.staff.cells import key_of
from pembina.exchange.staff.checking import RowUnderCheck
from pembina.exchange.staff.dates import day_of
from pembina.exchange.staff.problems import WARNING, Problem

K, S = UnitKind, Sector
# The first word of each is what the template offers and the pages say.
KINDS: dict[UnitKind, tuple[str, ...]] = {
    K.GOVERNMENT: ("Pemerintah daerah", "pemda", "pemerintah", "government"),
    K.SECRETARIAT: ("Sekretariat", "setda", "setwan", "secretariat"),
    K.INSPECTORATE: ("Inspektorat", "inspectorate"),
    K.OFFICE: ("Dinas", "office"),
    K.AGENCY: ("Badan", "kantor", "agency"),
    K.DIVISION: ("Bidang/bagian", "bidang", "bagian", "seksi", "subbagian", "subbidang", "division"),
    K.TECHNICAL_UNIT: ("UPT", "uptd", "upt daerah", "technical_unit"),
    K.HOSPITAL: ("RSUD", "rumah sakit", "rs", "hospital"),
    K.HEALTH_CENTRE: ("Puskesmas", "health_centre"),
    K.SCHOOL: ("Sekolah", "sd", "sdn", "smp", "smpn", "tk", "satuan pendidikan", "school"),
    K.DISTRICT: ("Kecamatan", "distrik", "district"),
    K.WARD: ("Kelurahan", "ward"),
}
SECTORS: dict[Sector, tuple[str, ...]] = {
    S.GENERAL: ("Pemerintahan umum", "umum", "general"),
    S.HEALTH: ("Kesehatan", "health"),
    S.EDUCATION: ("Pendidikan", "education"),
    S.PERMITS: ("Perizinan", "penanaman modal", "permits"),
    S.CIVIL_REGISTRY: ("Kependudukan", "dukcapil", "civil_registry"),
    S.PUBLIC_WORKS: ("Pekerjaan umum", "public_works"),
    S.SOCIAL: ("Sosial", "social"),
    S.TRANSPORT: ("Perhubungan", "transport"),
    S.INFORMATION: ("Komunikasi dan informatika", "kominfo", "information"),
    S.FINANCE: ("Keuangan", "finance"),
    S.PLANNING: ("Perencanaan", "planning"),
    S.STAFF: ("Kepegawaian", "staff"),
    S.SUPERVISION: ("Pengawasan", "supervision"),
    S.TERRITORY: ("Kewilayahan", "territory"),
}
ZONES: dict[TimeZone, tuple[str, ...]] = {
    TimeZone.WIB: ("WIB", "asia/jakarta"),
    TimeZone.WITA: ("WITA", "asia/makassar"),
    TimeZone.WIT: ("WIT", "asia/jayapura"),
}
_KIND_OF = {key_of(word): kind for kind, words in KINDS.items() for word in words}
_SECTOR_OF = {key_of(word): sector for sector, words in SECTORS.items() for word in words}
_ZONE_OF = {key_of(word): zone for zone, words in ZONES.items() for word in words}
_REWRITTEN = re.compile(r"\d{4}-\d\d-\d\dT.*|\d+[.,]\d+e\+?\d+", re.IGNORECASE)


@dataclass(slots=True)
class UnitRows:
    """Reads the rows of one file, one after another, and remembers which codes it has met."""

    _met: dict[str, int] = field(default_factory=dict)

    def read(self, row: RowUnderCheck) -> UnitRow | None:
        """Return the unit of the row; None where a finding of the row refuses it."""
        code = self._code(row)
        if not row.cell("name"):
            row.find("name", problems.nothing(Text(id="Nama unit", en="The name of the unit")))
        unit = UnitRow(
            row=row.number,
            code=code or "",
            name=row.text("name", limits.UNIT_NAME) or "",
            kind=row.read("kind", _kind),
            sector=row.read("sector", _sector),
            time_zone=row.read("time_zone", _zone),
            parent=_parent(row, code),
            opened_on=row.read("opened_on", lambda text: day_of(text) or problems.no_date(WARNING)),
        )
        return None if row.refused else unit

    def _code(self, row: RowUnderCheck) -> str | None:
        if not row.cell("code"):
            row.find("code", problems.nothing(Text(id="Kode unit", en="The code of the unit")))
        code = row.text("code", limits.UNIT_CODE)
        if code is None:
            return None
        if _REWRITTEN.fullmatch(code):
            row.find("code", problems.rewritten_code())
        first = self._met.setdefault(code, row.number)
        if first != row.number:
            row.find("code", problems.repeated_code(first))
        return code


def _parent(row: RowUnderCheck, code: str | None) -> str | None:
    parent = row.text("parent", limits.UNIT_CODE)
    if parent is not None and parent == code:
        row.find("parent", problems.own_parent())
        return None
    return parent


def _kind(text: str) -> UnitKind | Problem:
    told = [words[0] for words in KINDS.values()]
    return _KIND_OF.get(key_of(text)) or problems.unknown_word(Text(id="Jenis unit", en="kind of unit"), told)


def _sector(text: str) -> Sector | Problem:
    told = [words[0] for words in SECTORS.values()]
    return _SECTOR_OF.get(key_of(text)) or problems.unknown_word(Text(id="Bidang", en="sector"), told)


def _zone(text: str) -> TimeZone | Problem:
    return _ZONE_OF.get(key_of(text)) or problems.unknown_word(
        Text(id="Zona waktu", en="time zone"), list(TimeZone.names)
    )
