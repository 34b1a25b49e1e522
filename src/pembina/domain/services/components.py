"""The 14 components of a service standard (UU 25/2009 art 21), in the two groups of PermenPANRB 15/2014."""

from collections.abc import Iterator
from dataclasses import dataclass, fields

from pembina.core.text import Text
from pembina.domain.services.models import ServiceStandard

ARTICLE = "UU 25/2009, Pasal 21; PermenPANRB 15/2014"
PROMISE = "promise"


@dataclass(frozen=True, slots=True)
class StandardContent:
    """What one version of a standard says. The promise is whole or absent: number, unit, and the two events."""

    decree: str = ""
    requirements: str = ""
    procedure: str = ""
    promised_amount: int | None = None
    promised_unit: str = ""
    start_event: str = ""
    stop_event: str = ""
    fee: str = ""
    product: str = ""
    complaint_handling: str = ""
    legal_basis: str = ""
    facilities: str = ""
    competence: str = ""
    supervision: str = ""
    number_of_staff: str = ""
    guarantee: str = ""
    safety: str = ""
    evaluation: str = ""

    @property
    def promise_is_whole(self) -> bool:
        """Return whether number, unit and both events are all there, or none of them is."""
        given = [self.promised_amount is not None, *map(bool, (self.promised_unit, self.start_event, self.stop_event))]
        return all(given) or not any(given)


@dataclass(frozen=True, slots=True)
class Component:
    """One component: its number in the regulation, and the field of the standard that holds it."""

    number: int
    name: str
    label: Text


@dataclass(frozen=True, slots=True)
class ComponentGroup:
    """The components that a citizen reads, or those that the office keeps."""

    name: str
    label: Text
    components: tuple[Component, ...]


CONTENT = tuple(field.name for field in fields(StandardContent))
PROMISE_FIELDS = ("promised_amount", "promised_unit", "start_event", "stop_event")
DELIVERY = ComponentGroup(
    "delivery",
    Text(id="Penyampaian pelayanan (service delivery)", en="Service delivery"),
    (
        Component(1, "requirements", Text(id="Persyaratan", en="Requirements")),
        Component(2, "procedure", Text(id="Sistem, mekanisme, dan prosedur", en="System, mechanism and procedure")),
        Component(3, PROMISE, Text(id="Jangka waktu penyelesaian", en="Time to completion")),
        Component(4, "fee", Text(id="Biaya atau tarif", en="Fee")),
        Component(5, "product", Text(id="Produk pelayanan", en="Product")),
        Component(
            6,
            "complaint_handling",
            Text(id="Penanganan pengaduan, saran, dan masukan", en="Handling of complaints and suggestions"),
        ),
    ),
)
MANUFACTURING = ComponentGroup(
    "manufacturing",
    Text(id="Pengelolaan pelayanan (manufacturing)", en="Manufacturing"),
    (
        Component(7, "legal_basis", Text(id="Dasar hukum", en="Legal basis")),
        Component(8, "facilities", Text(id="Sarana, prasarana, dan fasilitas", en="Facilities")),
        Component(9, "competence", Text(id="Kompetensi pelaksana", en="Competence of the staff")),
        Component(10, "supervision", Text(id="Pengawasan internal", en="Internal supervision")),
        Component(11, "number_of_staff", Text(id="Jumlah pelaksana", en="Number of staff")),
        Component(12, "guarantee", Text(id="Jaminan pelayanan", en="Guarantee of service")),
        Component(13, "safety", Text(id="Jaminan keamanan dan keselamatan", en="Guarantee of safety and security")),
        Component(14, "evaluation", Text(id="Evaluasi kinerja pelaksana", en="Evaluation of the staff")),
    ),
)
GROUPS = (DELIVERY, MANUFACTURING)
NUMBER_OF_COMPONENTS = sum(len(group.components) for group in GROUPS)


def content_of(standard: ServiceStandard) -> StandardContent:
    """Return what a stored version says."""
    return StandardContent(**{name: getattr(standard, name) for name in CONTENT})


def is_given(content: StandardContent, component: Component) -> bool:
    """Say whether a version says anything about a component."""
    if component.name == PROMISE:
        return content.promised_amount is not None
    return bool(getattr(content, component.name).strip())


def missing_from(content: StandardContent) -> list[Component]:
    """Return the components of which a version says nothing."""
    return [component for component in all_components() if not is_given(content, component)]


def all_components() -> Iterator[Component]:
    """Yield the 14 components in the order of the regulation."""
    for group in GROUPS:
        yield from group.components
