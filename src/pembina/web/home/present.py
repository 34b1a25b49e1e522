"""What the home page offers: the open tools, and what a role may do."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from pembina.core.text import Text
from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.web.components.charts.line import LineChart, Series
from pembina.web.components.navigation import address_of


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool that needs no account."""

    address: str
    title: str | Promise
    description: str | Promise
    call: str | Promise
    icon: str


def illustration() -> LineChart:
    """Invented complaints: trained and untrained units fall alike, so the fall is no effect of the training."""
    months = [gettext("Jan"), gettext("Mar"), gettext("Mei"), gettext("Jul"), gettext("Sep"), gettext("Nov")]
    trained = [42.0, 40.5, 37.5, 34.0, 31.5, 29.8]
    untrained = [45.0, 43.4, 40.1, 36.6, 33.4, 32.0]
    series = [Series(gettext("Sudah dilatih"), trained), Series(gettext("Belum dilatih"), untrained)]
    return LineChart(gettext("Pengaduan per bulan, rata-rata per unit"), months, series)


def open_tools() -> list[Tool]:
    """The tools that are installed."""
    tools = (
        Tool(
            address_of("effect_tool:index"),
            _("Alat uji dampak"),
            _(
                "Apakah layanan membaik karena program, atau memang sedang membaik? Unggah data bulanan per unit "
                "kerja; jawabannya disertai pembanding, ketidakpastian, dan peringatannya."
            ),
            _("Uji dampak program"),
            "effect",
        ),
        Tool(
            address_of("satisfaction_tool:index"),
            _("Hitung SKM"),
            _(
                "Indeks kepuasan masyarakat dari jawaban sembilan unsur menurut PermenPANRB 14/2017, "
                "dengan rumus yang dapat dibuka dan unsur terlemah yang perlu diperbaiki lebih dulu."
            ),
            _("Hitung indeks"),
            "satisfaction",
        ),
    )
    return [tool for tool in tools if tool.address]


def things_to_do(user: User) -> list[Text]:
    """What the roles of ``user`` allow."""
    return [permission.sentence for permission in Permission if user.may(permission)]
