"""The entries of side and bottom navigation: only pages that exist and that the person may open."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from pembina.domain.access.permissions import Permission
from pembina.domain.access.usernames import AccountKind


@dataclass(frozen=True, slots=True)
class Page:
    """A page that may stand in the navigation.

    For visitors too, unless it is for those `signed_in`, for civil servants (`for_staff`), or for who holds one of its
    permissions; a page for staff that names a permission is open to either.

    One `for_citizens` is shown to visitors only: those who are signed in come there by way of "Layanan publik", so that
    what they work with is not crowded out. One that lies `within` another is shown below it, and only there, unless the
    visitor may not open that other one.
    """

    view: str
    label: str | Promise
    short_label: str | Promise
    icon: str
    signed_in: bool = False
    for_staff: bool = False
    permission: Permission | None = None
    also: tuple[Permission, ...] = ()
    for_citizens: bool = False
    within: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A page as one visitor sees it; ``here`` is the value of aria-current, empty elsewhere."""

    address: str
    label: str | Promise
    short_label: str | Promise
    icon: str
    here: str
    is_within: bool = False


@dataclass(frozen=True, slots=True)
class ThumbBar:
    """The entries at the thumb on a phone: a few in sight, the others behind "Lainnya"."""

    first: tuple[Entry, ...]
    rest: tuple[Entry, ...]
    here: str


# Five fit 390 px with words that can be read.
IN_SIGHT = 5
PAGES = (
    Page("home:index", _("Beranda"), _("Beranda"), "home"),
    Page("goals:index", _("Kinerja saya"), _("Kinerja"), "goal", for_staff=True),
    Page("feedback:index", _("Umpan balik"), _("Umpan"), "speech", for_staff=True, within="goals:index"),
    Page("guidance:index", _("Bimbingan"), _("Bimbingan"), "forum", for_staff=True, within="goals:index"),
    Page("pulse:index", _("Denyut pimpinan"), _("Denyut"), "clock", for_staff=True, within="goals:index"),
    Page("effort:index", _("Proses dan upaya"), _("Proses"), "promise", for_staff=True, within="goals:index"),
    Page(
        "appraisals:index",
        _("Penilaian kinerja"),
        _("Penilaian"),
        "certificate",
        for_staff=True,
        permission=Permission.DECIDE_PROGRAMME,
        within="goals:index",
    ),
    Page("objections:index", _("Keberatan"), _("Keberatan"), "speech", for_staff=True, within="goals:index"),
    Page("performance_results:own", _("Hasil kinerja"), _("Hasil"), "shield", for_staff=True, within="goals:index"),
    Page("learning:index", _("Belajar"), _("Belajar"), "learning", for_staff=True),
    Page("portal:start", _("Layanan publik"), _("Layanan"), "public"),
    Page("survey_board:index", _("Papan SKM"), _("Papan SKM"), "satisfaction", for_citizens=True),
    Page("complaints:write", _("Sampaikan pengaduan"), _("Lapor"), "speech", for_citizens=True),
    Page("forums:public_index", _("Forum warga"), _("Forum"), "forum", for_citizens=True),
    Page("forums:board", _("Janji kepada warga"), _("Janji"), "promise", for_citizens=True),
    Page("portal:tables", _("Data terbuka"), _("Data"), "download", for_citizens=True),
    Page("people:index", _("Pegawai"), _("Pegawai"), "person", for_staff=True),
    Page("people:units", _("Unit kerja"), _("Unit"), "units", for_staff=True, permission=Permission.SEE_UNITS),
    Page("team:index", _("Tim saya"), _("Tim"), "team", for_staff=True),
    Page("action_plans:index", _("Rencana aksi"), _("Rencana"), "promise", for_staff=True),
    Page("counselling:index", _("Konseling"), _("Konseling"), "shield", permission=Permission.COUNSEL),
    Page("recognition:index", _("Penghargaan"), _("Penghargaan"), "award", signed_in=True),
    Page(
        "programmes:index",
        _("Program pembinaan"),
        _("Program"),
        "programme",
        permission=Permission.PLAN_PROGRAMME,
        also=(Permission.EVALUATE_EFFECT, Permission.DECIDE_PROGRAMME, Permission.READ_AUDIT),
    ),
    Page(
        "evaluations:index",
        _("Evaluasi dampak"),
        _("Evaluasi"),
        "effect",
        permission=Permission.EVALUATE_EFFECT,
        also=(Permission.DECIDE_PROGRAMME, Permission.PLAN_PROGRAMME, Permission.READ_AUDIT),
    ),
    Page("decisions:index", _("Keputusan program"), _("Putusan"), "shield", signed_in=True),
    Page("programme_results:index", _("Program berhasil?"), _("Program"), "effect", for_citizens=True),
    Page("sessions:index", _("Angkatan dan sesi"), _("Sesi"), "session", signed_in=True),
    Page("attendance:index", _("Sesi saya"), _("Sesi saya"), "session", permission=Permission.KEEP_ATTENDANCE),
    Page("partners:index", _("Mitra dan kurikulum"), _("Mitra"), "partner", permission=Permission.PLAN_PROGRAMME),
    Page("certificates:index", _("Sertifikat"), _("Sertifikat"), "certificate", permission=Permission.PLAN_PROGRAMME),
    Page("learning_hours:index", _("Jam pelajaran"), _("JP"), "hours", permission=Permission.PLAN_PROGRAMME),
    Page("ledger:counter", _("Loket"), _("Loket"), "counter", permission=Permission.RECORD_SERVICE),
    Page("ledger:figures", _("Waktu layanan"), _("Waktu"), "clock", signed_in=True),
    Page("public_services:index", _("Layanan"), _("Layanan"), "service", permission=Permission.RECORD_SERVICE),
    Page(
        "public_services:calendar", _("Kalender kerja"), _("Kalender"), "calendar", permission=Permission.RECORD_SERVICE
    ),
    Page("imports:index", _("Impor"), _("Impor"), "upload", permission=Permission.IMPORT_STAFF),
    Page("survey_results:index", _("Hasil SKM"), _("Hasil SKM"), "satisfaction", permission=Permission.RUN_SURVEYS),
    Page("request_imports:index", _("Impor permohonan"), _("Impor"), "upload", permission=Permission.RECORD_SERVICE),
    Page("api_tokens:index", _("Token API"), _("Token"), "key", permission=Permission.KEEP_SERVICES),
    Page("complaints:queue", _("Pengaduan masuk"), _("Aduan"), "empty", permission=Permission.ANSWER_COMPLAINTS),
    Page("account:accounts", _("Akun"), _("Akun"), "key", permission=Permission.MANAGE_ACCOUNTS),
    Page("audit:index", _("Jejak audit"), _("Jejak"), "shield", permission=Permission.READ_AUDIT),
    Page("forums:index", _("Kelola forum warga"), _("Forum"), "forum", permission=Permission.HOLD_FORUMS),
    Page("surveys:index", _("Survei SKM"), _("Survei"), "satisfaction", permission=Permission.RUN_SURVEYS),
    Page("surveys:paper", _("Formulir kertas"), _("Formulir"), "satisfaction", permission=Permission.RECORD_SERVICE),
    Page("effect_tool:index", _("Alat uji dampak"), _("Uji dampak"), "effect"),
    Page("satisfaction_tool:index", _("Hitung SKM"), _("Hitung SKM"), "satisfaction"),
)


def entries(request: HttpRequest | None) -> list[Entry]:
    """The navigation of this visitor, in the order of `PAGES`; what lies within a page only around where one is."""
    path = request.path if request else ""
    open_ones = ((page, address_of(page.view)) for page in PAGES if is_open(page, request))
    found = {page.view: (page, address) for page, address in open_ones if address}
    around = {page.within or page.view for page, address in found.values() if position(path, address)}
    return [
        _entry(
            page,
            address,
            position(path, address) or ("true" if page.view in around else ""),
            is_within=page.within in found,
        )
        for page, address in found.values()
        if page.within not in found or page.within in around
    ]


def _entry(page: Page, address: str, here: str, *, is_within: bool) -> Entry:
    return Entry(address, page.label, page.short_label, page.icon, here, is_within)


def pages_within(view: str, request: HttpRequest | None) -> list[Entry]:
    """Return the pages below one that this visitor may open."""
    inner = ((page, address_of(page.view)) for page in PAGES if page.within == view and is_open(page, request))
    return [_entry(page, address, "", is_within=True) for page, address in inner if address]


def thumb_bar(pages: Sequence[Entry]) -> ThumbBar:
    """Divide the entries; where there are more than fit, "Lainnya" takes the last place in sight."""
    doors = [page for page in pages if not page.is_within]
    places = IN_SIGHT if len(pages) <= IN_SIGHT else IN_SIGHT - 1
    first = tuple(doors[:places])
    rest = tuple(page for page in pages if page not in first)
    return ThumbBar(first, rest, "true" if any(page.here and not page.is_within for page in rest) else "")


def is_open(page: Page, request: HttpRequest | None) -> bool:
    """Say whether the visitor of this request may open a page."""
    if page.for_citizens:
        return not is_signed_in(request)
    if not (page.signed_in or page.for_staff or page.permission):
        return True
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return False
    if page.signed_in or (page.for_staff and user.kind is AccountKind.CIVIL_SERVANT):
        return True
    return page.permission is not None and any(map(user.may, (page.permission, *page.also)))


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
