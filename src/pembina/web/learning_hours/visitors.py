"""Who reads the whole ledger, and who leads whom."""

from typing import cast

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.development.queries.certificates import reads_all_certificates


def actor_of(request: HttpRequest) -> User:
    return cast(User, request.user)


def reader_of(request: HttpRequest) -> User:
    """Return the visitor, where they may read the whole ledger; for others there is no such page."""
    actor = actor_of(request)
    if not reads_all_certificates(actor, on=timezone.localdate()):
        raise Http404
    return actor


def writes(request: HttpRequest) -> bool:
    """Say whether the visitor may change the ledger, not only read it."""
    return actor_of(request).may(Permission.PLAN_PROGRAMME)


def board_trail(*more: tuple[str, str]) -> list[tuple[str, str]]:
    """Return the pages above a page of officers."""
    return [(_("Jam pelajaran"), reverse("learning_hours:index")), *more]


def tabs(request: HttpRequest, here: str) -> list[dict[str, object]]:
    """Return the pages of officers beside each other; `here` is the name of the one that is open."""
    pages = [
        ("index", _("Menurut unit")),
        ("people", _("Menurut pegawai")),
        ("reports", _("Laporan menunggu")),
        ("studies", _("Tugas belajar")),
        ("certifications", _("Sertifikasi")),
        ("siasn", _("SIASN")),
    ]
    if writes(request):
        pages.append(("import", _("Impor riwayat")))
    return [
        {"address": reverse(f"learning_hours:{name}"), "label": label, "here": name == here} for name, label in pages
    ]
