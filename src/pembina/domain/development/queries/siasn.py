"""What SIASN is told, and by which numbers it knows our people."""

from pembina.domain.development.models import SiasnIdentity
from pembina.domain.people.models import Person


def people_by_number() -> dict[str, int | str]:
    """Return the number of each record of a person, by NIP and by the id in SIASN where that is known."""
    return people_by_nip() | dict(SiasnIdentity.objects.values_list("pns_id", "person"))


def people_by_nip() -> dict[str, int | str]:
    """Return the number of each record of a person by NIP."""
    return dict(Person.objects.values_list("nip", "pk"))
