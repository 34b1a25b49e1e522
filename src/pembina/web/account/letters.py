"""The letters by which people are invited: one page each, in one file."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.text import slugify
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from pembina.domain.access.invitations.operations import IssuedInvitation
from pembina.domain.access.models import User
from pembina.domain.access.usernames import AccountKind
from pembina.exchange.papers import write_paper
from pembina.web.account.account_present import account_word
from pembina.web.components.formatting import day


def letters(
    request: HttpRequest, issued: Sequence[IssuedInvitation], *, units: Mapping[str, str], at: datetime, name: str
) -> HttpResponse:
    """Return the letters as a download. The codes in it are nowhere else: it can be made again only with new ones.

    ``units`` says for the name of an account in which unit the letter is handed over, where that is known.
    """
    content = write_paper("invitation", sheets(request, issued, units=units, at=at))
    # The code of a unit may hold anything, and a name of a file in a header may not.
    headers = {"Content-Disposition": f'attachment; filename="{slugify(name)}.pdf"', "Cache-Control": "no-store"}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


def sheets(
    request: HttpRequest, issued: Sequence[IssuedInvitation], *, units: Mapping[str, str], at: datetime
) -> dict[str, Any]:
    """Return what stands on the letters, in the order in which they are handed out."""
    written_on = timezone.localdate(at)
    site = request.build_absolute_uri(reverse("account:accept"))
    return {
        "title": _("Undangan masuk ke Pembina"),
        "language": get_language() or "id",
        "government": settings.PEMBINA_GOVERNMENT_NAME,
        "written_on": written_on.isoformat(),
        "written_on_words": day(written_on),
        "source": _("Rahasia: hanya untuk penerima. Pembina tidak pernah meminta kata sandi lewat surel atau pesan."),
        "words": words(),
        "letters": [letter(each, site, units) for each in issued],
    }


def letter(issued: IssuedInvitation, site: str, units: Mapping[str, str]) -> dict[str, Any]:
    invitation = issued.invitation
    user = invitation.user
    return {
        "name": user.display_name,
        "account_word": account_word(user),
        "account": user.username,
        "unit": units.get(user.username, ""),
        "steps": steps(user),
        "code": issued.code,
        "site": site,
        "expires": day(timezone.localdate(invitation.expires_at)),
    }


def steps(user: User) -> list[str]:
    has_nip = user.kind is AccountKind.CIVIL_SERVANT
    return [
        _("Buka alamat di bawah ini di ponsel atau komputer."),
        _("Ketik NIP dan kode undangan.") if has_nip else _("Ketik nama akun dan kode undangan."),
        _("Pilih kata sandi Anda sendiri. Jangan memberitahukannya kepada siapa pun."),
    ]


def words() -> dict[str, str]:
    return {
        "opening": _("Akun Pembina Anda sudah disiapkan. Langkah berikut membukanya:"),
        "unit": _("Unit kerja"),
        "site": _("Alamat"),
        "code": _("Kode undangan"),
        "expires": _("Berlaku sampai"),
        "closing": _(
            "Kode berlaku untuk satu kali. Bila hilang atau kedaluwarsa, minta undangan baru kepada pengelola "
            "kepegawaian; kode lama lalu tidak berlaku lagi."
        ),
    }
