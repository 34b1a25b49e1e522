"""Sari and Tono under Budi, Budi under the head of the office; Dewi in another office."""

from datetime import date, timedelta

from django.utils import timezone

from pembina.domain.access.models import User
from pembina.domain.people.enums import PositionKind, Sector, Status, UnitKind
from pembina.domain.people.models import Person
from pembina.domain.people.operations import assign, enrol_person, open_unit
from pembina.domain.performance.operations.feedback import About, Said, ask_for_feedback, give_feedback

BEGAN = date(2020, 1, 1)


class Speaking:
    """An office with a division, and an office beside it; `at` is the moment at which things are said."""

    def __init__(self, *, at, sari, budi, dewi):
        self.at, self.today = at, timezone.localdate(at)
        self.users = {"sari": sari, "budi": budi, "dewi": dewi}
        self.root = self.unit("9")
        self.office, self.elsewhere = self.unit("9.1", self.root), self.unit("9.2", self.root)
        self.division = self.unit("9.1.1", self.office)
        self.head = self.person("Kepala", self.office)
        self.budi = self.person("budi", self.division, superior=self.head)
        self.sari = self.person("sari", self.division, superior=self.budi)
        self.tono = self.person("Tono", self.division, superior=self.budi)
        self.dewi = self.person("dewi", self.elsewhere)

    def unit(self, code, below=None):
        return open_unit(
            code=code, name=f"Unit {code}", kind=UnitKind.OFFICE, sector=Sector.GENERAL, parent=below, on=BEGAN,
            by=None, at=self.at,
        )  # fmt: skip

    def person(self, name, unit, superior=None):
        user = self.users.get(name)
        nip = user.username if user else f"19800101200501{1001 + Person.objects.count():04}"
        known = {"nip": nip, "name": user.display_name if user else name, "status": Status.PNS}
        made = enrol_person(**known, on=self.today, by=None, at=self.at).person
        assign(
            person=made, unit=unit, position="Pranata", position_kind=PositionKind.FUNCTIONAL, superior=superior,
            starts_on=BEGAN, by=None, at=self.at,
        )  # fmt: skip
        return made

    def account(self, person):
        """Return the account of somebody, made where there is none."""
        known = User.objects.filter(username=person.nip).first()
        return known or User.objects.create_user(person.nip, display_name=person.name)

    def say(self, *, by, about, ago=0, situation="Loket, Senin pagi", behaviour="Menjelaskan syarat", **more):
        tone = {"tone": more.pop("tone")} if "tone" in more else {}
        at = self.at - timedelta(days=ago)
        return give_feedback(
            person=about, said=Said(situation, behaviour, **tone), about=About(timezone.localdate(at)),
            by=self.account(by), at=at, **more,
        )  # fmt: skip

    def ask(self, *, by, of, matter="Cara saya memimpin rapat"):
        return ask_for_feedback(asked=of, matter=matter, by=self.account(by), at=self.at)
