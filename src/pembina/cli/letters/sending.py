"""Letters go out where PEMBINA_MAIL_HOST names a server; without one nobody is put on record either."""

from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.core.mail.backends.base import BaseEmailBackend

    from pembina.domain.development.queries.notices import Letter


def send_letters(*, at: datetime) -> int:
    """Tell everybody with an address what is due, each thing once; return how many mails went out."""
    from django.conf import settings
    from django.core.mail import get_connection

    from pembina.domain.development.operations.notices import send_notices

    if not settings.EMAIL_HOST:
        return 0
    # One connection for all: a server would otherwise see hundreds of sign-ins.
    with get_connection() as connection:
        return send_notices(send=lambda letter: _mail(letter, connection), by=None, at=at)


def _mail(letter: "Letter", connection: "BaseEmailBackend") -> None:
    from django.core.mail import EmailMessage

    from pembina.cli.letters.written import written

    subject, body = written(letter)
    EmailMessage(subject, body, None, [letter.person.email], connection=connection).send()
