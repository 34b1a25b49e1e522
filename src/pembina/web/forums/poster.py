"""The invitation to an event as a sheet for notice boards."""

from datetime import date
from typing import Any

from django.conf import settings
from django.utils.text import Truncator
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from pembina.domain.services.models import Forum
from pembina.exchange.papers import write_paper
from pembina.exchange.papers.letters import settable
from pembina.exchange.papers.squares import qr_svg
from pembina.web.components.formatting import day
from pembina.web.forums.times import hours, when

# What fits on the sheet; the page that the code leads to tells the rest.
LONGEST_DESCRIPTION = 400


def poster(forum: Forum, *, address: str, on: date) -> bytes:
    """Return the PDF/A; the code leads to `address`, the public page of the event."""
    return write_paper("forum_poster", {**_letterhead(forum, on), **_content(forum, address)})


def _letterhead(forum: Forum, on: date) -> dict[str, str]:
    return {
        "title": settable(forum.title) or _("Forum warga"),
        "subtitle": settable(f"{forum.get_kind_display()} · {forum.unit.name}"),
        "language": "en" if get_language() == "en" else "id",
        "government": settings.PEMBINA_GOVERNMENT_NAME,
        "written_on": on.isoformat(),
        "written_on_words": day(on),
        "source": _("Terbuka untuk semua warga, tanpa akun dan tanpa biaya."),
    }


def _content(forum: Forum, address: str) -> dict[str, Any]:
    facts = [(_("Waktu"), when(forum)), (_("Tempat"), forum.place), (_("Daring"), forum.link)]
    services = ", ".join(service.name for service in forum.services.all())
    return {
        "invitation": _("Anda diundang"),
        "facts": [
            [label, settable(value)] for label, value in [*facts, (_("Layanan yang dibahas"), services)] if value
        ],
        "description": settable(Truncator(forum.description).chars(LONGEST_DESCRIPTION)),
        "agenda_title": _("Susunan acara"),
        "agenda": [[hours(item.begins) if item.begins else "", settable(item.title)] for item in forum.agenda.all()],
        "code": qr_svg(address),
        "code_words": _("Kode QR menuju %(address)s") % {"address": address},
        "call": _("Tanyakan dari sekarang, tanpa menulis nama"),
        "explained": _("Pindai kode ini. Pertanyaan dijawab di acara, dan setiap janji diikuti sampai selesai."),
        "address": address,
    }
