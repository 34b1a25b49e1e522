"""The list of certificates made shorter, and how it leaves the system."""

from collections.abc import Iterator
from urllib.parse import urlencode

from django.db.models import Q, QuerySet
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from pembina.domain.development.models import Certificate
from pembina.domain.people.searches import words_in
from pembina.exchange.staff import staff_workbook
from pembina.web.certificates.forms import CertificateFilters

ORDERS = {"": ("-issued_at", "-pk"), "name": ("name", "pk"), "title": ("title", "name", "pk")}
AT_A_TIME = 500


def narrowed(certificates: QuerySet[Certificate], filters: CertificateFilters) -> QuerySet[Certificate]:
    """Return those that are left, in order."""
    chosen = filters.chosen
    if chosen["q"]:
        certificates = certificates.filter(words_in("name", chosen["q"]) | Q(number__icontains=chosen["q"]))
    if chosen["state"]:
        certificates = certificates.filter(state=chosen["state"])
    if chosen["year"]:
        certificates = certificates.filter(issued_at__year=chosen["year"])
    return certificates.order_by(*ORDERS[chosen["sort"]])


def query_of(filters: CertificateFilters) -> str:
    """Return the filters as an address carries them."""
    kept = {name: value for name, value in filters.chosen.items() if value}
    return f"{urlencode(kept)}&" if kept else ""


def workbook_of(certificates: QuerySet[Certificate]) -> bytes:
    """Return the list as a workbook; nothing in it is a formula."""
    head = [
        _("Nomor"), _("Nama"), _("NIP"), _("Pelatihan"), _("Hari pertama"), _("Hari terakhir"), _("JP"),
        _("Diterbitkan"), _("Keadaan"), _("Alasan"),
    ]  # fmt: skip
    return staff_workbook(head, _rows(certificates), sheet=_("Sertifikat"))


def _rows(certificates: QuerySet[Certificate]) -> Iterator[list[str]]:
    for one in certificates.iterator(chunk_size=AT_A_TIME):
        yield [
            one.number, one.name, one.content["nip"], one.title, one.first_day.isoformat(), one.last_day.isoformat(),
            f"{one.hours:.2f}", localdate(one.issued_at).isoformat(), str(one.get_state_display()), one.end_reason,
        ]  # fmt: skip
