"""A counter as its page shows it."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from pembina.domain.services.models import SurveyPlace
from pembina.domain.services.survey_coverage import asked_at
from pembina.web.components.formatting import number
from pembina.web.components.qr import qr_path

Shown = str | Promise


@dataclass(frozen=True, slots=True)
class PlacePage:
    """A counter with its QR code; `squares` is the path of the code and `width` its side in units."""

    title: str
    lead: str
    address: str
    squares: str
    view_box: str
    facts: list[tuple[Shown, Shown]]
    round: str
    is_active: bool
    good_codes: int
    codes: list[tuple[Shown, Shown]]


def present_place(place: SurveyPlace, address: str, *, on: date) -> PlacePage:
    squares, width = qr_path(address)
    period = asked_at(place, on=on).period
    good = Q(used_on__isnull=True, expires_on__gte=on)
    codes = place.codes.aggregate(good=Count("pk", filter=good), used=Count("pk", filter=Q(used_on__isnull=False)))
    return PlacePage(
        title=place.name,
        lead=place.unit.name,
        address=address,
        squares=squares,
        view_box=f"0 0 {width} {width}",
        facts=[
            (_("Layanan"), place.service.name if place.service else _("Dipilih warga")),
            (_("Kode sekali pakai"), _("Wajib") if place.needs_code else _("Tidak wajib")),
            (_("Periode yang sedang dibuka"), period.title if period else _("Tidak ada")),
        ],
        round=period.title if period else "",
        is_active=place.is_active,
        good_codes=codes["good"],
        codes=[(_("Belum dipakai"), number(codes["good"])), (_("Sudah dipakai"), number(codes["used"]))],
    )
