"""What the samples of the walk are made from: Kabupaten Contoh with its services, and an account for each persona."""

from datetime import UTC, datetime

from django.utils import timezone

from pembina.domain.access.models import User
from pembina.domain.access.personas import PERSONAS, open_personas
from pembina.domain.people.demonstration import load_demo_government
from pembina.domain.people.models import Person, Unit
from pembina.domain.services.demonstration import load_demo_catalogue

# Stands in what the samples say, so that it is known on any page.
MARK = "Tanda-Jalan"
NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


class World:
    """The government, small. Whatever else a sample needs, it makes itself from these."""

    at = NOON

    def __init__(self) -> None:
        self.today = timezone.localdate()
        load_demo_government(size=300, on=self.today, at=NOON)
        load_demo_catalogue(on=self.today, at=NOON)
        self.passwords = {opened.user.username: opened.password for opened in open_personas(at=NOON)}

    def account(self, name: str) -> User:
        """Return the account of a persona."""
        return User.objects.get(username=PERSONAS[name].nip)

    def record(self, name: str) -> Person:
        """Return the person of a persona."""
        return Person.objects.get(nip=PERSONAS[name].nip)

    def unit(self, name: str) -> Unit:
        """Return the unit in which a persona works today."""
        return Unit.objects.get(assignments__person=self.record(name), assignments__ends_on__isnull=True)
