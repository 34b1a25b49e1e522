"""Small places of service of Kabupaten Contoh, so many that waves of them can be compared with each other.

They stand apart from the 45 units of the government and have no staff of their own: those of the unit above serve there
on fixed days.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeVar

from pembina.domain.access.audit import one_event, record
from pembina.domain.people.enums import Sector, UnitKind
from pembina.domain.people.models import Unit, UnitAncestry

OPENED = date(2018, 1, 1)
FIRST_NUMBER = 20
NAMES = (
    "Cempaka", "Melati", "Kenanga", "Flamboyan", "Bougenvil", "Dahlia", "Anggrek", "Seruni", "Teratai", "Kemuning",
    "Cendana", "Meranti", "Jati", "Mahoni", "Pinus", "Cemara", "Akasia", "Trembesi", "Beringin", "Randu", "Waru",
    "Ketapang", "Kelapa", "Aren", "Siwalan", "Nipah", "Pandan", "Rotan",
)  # fmt: skip
Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Sites:
    """The places of one kind: below which unit, and how they are called."""

    above: str
    called: str
    kind: UnitKind
    sector: Sector

    @property
    def codes(self) -> tuple[str, ...]:
        """Return their codes."""
        return tuple(f"{self.above}.{FIRST_NUMBER + place}" for place in range(len(NAMES)))


# By the code of the programme that reaches them in waves.
SITES = {
    "IZIN": Sites("01.06", "Gerai Izin", UnitKind.TECHNICAL_UNIT, Sector.PERMITS),
    "SEHAT": Sites("01.03", "Puskesmas Pembantu", UnitKind.HEALTH_CENTRE, Sector.HEALTH),
    "ANGGARAN": Sites("01.04", "SDN Kecil", UnitKind.SCHOOL, Sector.EDUCATION),
    "ADMINDUK": Sites("01.05", "Gerai Adminduk", UnitKind.TECHNICAL_UNIT, Sector.CIVIL_REGISTRY),
    "KRISIS": Sites("01.08", "Pos Layanan Sosial", UnitKind.TECHNICAL_UNIT, Sector.SOCIAL),
}


def load_demo_sites(*, at: datetime) -> int:
    """Write the places and return how many; none where they are on record, or in another government."""
    known = {unit.code: unit for unit in Unit.objects.all()}
    wanted = {code for sites in SITES.values() for code in sites.codes}
    if wanted & known.keys() or not {sites.above for sites in SITES.values()} <= known.keys():
        return 0
    with one_event():
        units = Unit.objects.bulk_create(
            Unit(
                code=code, name=f"{sites.called} {name}", kind=sites.kind, sector=sites.sector,
                parent=known[sites.above], opened_on=OPENED,
            )
            for sites in SITES.values()
            for code, name in zip(sites.codes, NAMES, strict=True)
        )  # fmt: skip
        _link(units)
        record("load_demo_sites", on=known["01"], by=None, at=at, changes={"units": ("", str(len(units)))})
    return len(units)


def _link(units: list[Unit]) -> None:
    """Write the links of all at once."""
    links = UnitAncestry.objects.filter(descendant__in={unit.parent_id for unit in units})
    above: dict[int, list[UnitAncestry]] = {}
    for link in links:
        above.setdefault(link.descendant_id, []).append(link)
    UnitAncestry.objects.bulk_create(
        link
        for unit in units
        for link in (
            UnitAncestry(ancestor=unit, descendant=unit, depth=0),
            *(
                UnitAncestry(ancestor_id=one.ancestor_id, descendant=unit, depth=one.depth + 1)
                for one in above[unit.parent_id or 0]
            ),
        )
    )


def sites_of(programme: str, units: Mapping[str, Thing]) -> tuple[str, ...]:
    """Return the codes of the places that a programme reaches, of those on record."""
    sites = SITES.get(programme)
    return tuple(code for code in sites.codes if code in units) if sites else ()
