"""What the samples of the walk are made from: Kabupaten Contoh with its services, and an account for each persona."""

from datetime import UTC, datetime
from functools import cached_property

from django.utils import timezone

from pembina.domain.access.models import User
from pembina.domain.access.personas import PERSONAS, open_personas
from pembina.domain.development.models import Batch, Enrolment, Programme
from pembina.domain.development.population import Population
from pembina.domain.people.demonstration import load_demo_government
from pembina.domain.people.models import Person, Unit
from pembina.domain.services.demonstration import load_demo_catalogue
from training import Training

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

    @cached_property
    def training(self) -> Training:
        """Return a programme of Rina's with all it needs."""
        made = Training(rina=self.account("rina"), at=self.at, mark=MARK)
        # Else everybody would be offered its batches.
        Programme.objects.filter(pk=made.programme.pk).update(population=Population(units=(made.office.pk,)).told)
        made.programme.refresh_from_db()
        return made

    def group(self, title: str, **told) -> Batch:
        """Return a batch of that programme, the same for the same title."""
        known = self.training.programme.batches.filter(title__startswith=title).first()
        return known or self.training.group(title, **told)

    def seat(self, title: str) -> Enrolment:
        """Return Sari's seat in the batch of a title."""
        batch, sari = self.group(title), self.record("sari")
        return batch.enrolments.filter(person=sari).first() or self.training.enrol(sari, batch=batch)
