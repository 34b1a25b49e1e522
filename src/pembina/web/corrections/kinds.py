"""What may be reported about whom."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.models import User
from pembina.domain.people.enums import ReportAbout
from pembina.domain.people.models import Person


@dataclass(frozen=True, slots=True)
class Kind:
    """One thing that may be wrong, with the page that asks about it."""

    code: str
    label: str | Promise
    explanation: str | Promise
    address: str


OWN = {
    ReportAbout.SUPERIOR: _("Atasan yang tercatat bukan atasan Anda, atau belum dicatat."),
    ReportAbout.UNIT: _("Anda bekerja di unit lain daripada yang tercatat."),
    ReportAbout.POSITION: _("Nama jabatan Anda lain daripada yang tercatat."),
    ReportAbout.OTHER: _("Nama, golongan, pendidikan, kontak, atau riwayat."),
}
LED = {
    ReportAbout.NOT_MINE: _("Pegawai ini tercatat di bawah Anda, padahal bukan."),
    ReportAbout.OTHER: _("Hal lain yang keliru pada data pegawai ini."),
}


def kinds_for(person: Person, actor: User) -> list[Kind]:
    """Return what `actor` may report about `person`: more about oneself than about somebody one leads."""
    offered = OWN if person.nip == actor.username else LED
    return [
        Kind(about.value, about.label, explanation, reverse("corrections:report", args=[person.pk, about.value]))
        for about, explanation in offered.items()
    ]
