"""What human resources may do from the list of people."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.stewardship import reports_to_decide, waiting
from pembina.web.components.formatting import number


@dataclass(frozen=True, slots=True)
class Task:
    """A link in the head of the page."""

    label: str | Promise
    address: str
    variant: str = "secondary"


def tasks_of(actor: User, *, on: date) -> list[Task]:
    """Return the tasks of whoever keeps records, with the number of reports that wait; nobody else has any."""
    if not actor.may(Permission.MANAGE_STAFF):
        return []
    reports = waiting(reports_to_decide(actor, on=on)).count()
    label = _("Laporan kekeliruan (%(count)s)") % {"count": number(reports)}
    return [
        Task(label, reverse("corrections:queue")),
        Task(_("Perubahan massal"), reverse("staffing:bulk_index")),
        Task(_("Tambah pegawai"), reverse("staffing:enrol"), variant=""),
    ]
