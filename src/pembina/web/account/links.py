"""The link by which somebody is invited: to copy, and by mail where the installation can send any."""

import logging
from datetime import datetime
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import send_mail
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from pembina.web.components.formatting import day

log = logging.getLogger(__name__)


def link_of(request: HttpRequest, code: str) -> str:
    """Return the whole address that opens the invitation."""
    return request.build_absolute_uri(reverse("account:accept_link", args=[code]))


def send_link(link: str, *, to: str, expires_at: datetime) -> str:
    """Mail the link and return where it went; empty where there is no mail server, no address, or no delivery."""
    if not (settings.EMAIL_HOST and to):
        return ""
    text = _(
        "Akun Pembina Anda sudah disiapkan. Buka tautan ini dan pilih kata sandi Anda sendiri:\n\n%(link)s\n\n"
        "Tautan berlaku untuk satu kali, sampai %(day)s. Abaikan surel ini bila Anda tidak menunggunya."
    )
    body = text % {"link": link, "day": day(timezone.localdate(expires_at))}
    try:
        send_mail(_("Undangan masuk ke Pembina"), body, None, [to])
    except (SMTPException, OSError) as failure:
        log.warning("An invitation could not be mailed: %s", failure)
        return ""
    return to
