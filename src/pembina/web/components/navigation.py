"""The entries of side and bottom navigation: only pages that exist and that the person may open."""

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Page:
    """A page that may stand in the navigation, for visitors too unless it is `signed_in` only."""

    view: str
    label: str | Promise
    short_label: str | Promise
    icon: str
    signed_in: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A page as one visitor sees it; ``here`` is the value of aria-current, empty elsewhere."""

    address: str
    label: str | Promise
    short_label: str | Promise
    icon: str
    here: str


PAGES = (
    Page("home:index", _("Beranda"), _("Beranda"), "home"),
    Page("people:index", _("Pegawai"), _("Pegawai"), "person", signed_in=True),
    Page("people:units", _("Unit kerja"), _("Unit"), "units", signed_in=True),
    Page("effect_tool:index", _("Alat uji dampak"), _("Uji dampak"), "effect"),
    Page("satisfaction_tool:index", _("Hitung SKM"), _("Hitung SKM"), "satisfaction"),
)


def entries(request: HttpRequest | None) -> list[Entry]:
    """The navigation of this visitor, in the order of `PAGES`."""
    path = request.path if request else ""
    found = ((page, address_of(page.view)) for page in PAGES if not page.signed_in or is_signed_in(request))
    return [
        Entry(address, page.label, page.short_label, page.icon, position(path, address))
        for page, address in found
        if address
    ]


def is_signed_in(request: HttpRequest | None) -> bool:
    """Say whether somebody is signed in; an error page may have no request, or one that came no further."""
    user = getattr(request, "user", None)
    return user is not None and user.is_authenticated


def address_of(view: str) -> str:
    try:
        return reverse(view)
    except NoReverseMatch:
        return ""


def position(path: str, address: str) -> str:
    """``page`` on the page itself, ``true`` on a page below it."""
    if path == address:
        return "page"
    return "true" if address != "/" and path.startswith(address) else ""
