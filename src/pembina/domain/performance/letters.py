"""Letters that something about performance waits: written once the transaction is, and sent in the background.

A letter says that there is something and where, never what: no name of anybody else, no rating, no word that was
written. It goes out once, when it happened; nobody is reminded, so that a letter about a pulse tells nothing of who has
answered. Without a mail server, and to people without an address, nothing is sent and nothing waits.
"""

import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from smtplib import SMTPException

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.urls import reverse

from pembina.core.blocks import in_blocks
from pembina.core.rules.objection_deadlines import Step, steps
from pembina.domain.access.background import task
from pembina.domain.people.models import Person
from pembina.domain.people.refusals import spelled

AT_ONCE = 200
# A mail server that does not answer would otherwise hold the worker up.
MOST_FAILURES = 5
logger = logging.getLogger(__name__)


class Occasion(StrEnum):
    """What a letter is about."""

    PLAN_AGREED = "plan_agreed"
    PLAN_RETURNED = "plan_returned"
    DELIVERED = "delivered"
    OBJECTION_FILED = "objection_filed"
    OBJECTION_DECIDED = "objection_decided"
    FEEDBACK_ASKED = "feedback_asked"
    PULSE_OPENED = "pulse_opened"
    RATER_ASSIGNED = "rater_assigned"


@dataclass(frozen=True, slots=True)
class Words:
    """Subject and sentence of a letter, in Indonesian as all letters are, and the page where one goes on."""

    subject: str
    sentence: str
    page: str


WORDS = {
    Occasion.PLAN_AGREED: Words("SKP Anda ditetapkan", "SKP Anda sudah ditetapkan.", "goals:index"),
    Occasion.PLAN_RETURNED: Words(
        "SKP Anda dikembalikan", "SKP yang Anda ajukan dikembalikan dengan catatan penilai.", "goals:index"
    ),
    Occasion.DELIVERED: Words(
        "Dokumen evaluasi kinerja disampaikan", "Dokumen evaluasi kinerja Anda sudah disampaikan.", "appraisals:index"
    ),
    Occasion.OBJECTION_FILED: Words(
        "Keberatan menunggu Anda", "Ada keberatan atas hasil evaluasi kinerja yang menunggu Anda.", "objections:index"
    ),
    Occasion.OBJECTION_DECIDED: Words(
        "Keberatan diputus", "Keberatan atas hasil evaluasi kinerja sudah diputus.", "objections:index"
    ),
    Occasion.FEEDBACK_ASKED: Words(
        "Permintaan umpan balik", "Ada permintaan umpan balik yang menunggu Anda.", "feedback:requests"
    ),
    Occasion.PULSE_OPENED: Words(
        "Undangan denyut pimpinan", "Anda diundang mengisi denyut pimpinan. Jawaban tidak disimpan bersama nama.",
        "pulse:index",
    ),
    Occasion.RATER_ASSIGNED: Words(
        "Evaluasi kinerja menunggu Anda", "Anda ditugasi menilai kinerja seorang pegawai.", "appraisals:team"
    ),
}  # fmt: skip


def tell(occasion: Occasion, people: Iterable[int | None], *, more: str = "") -> None:
    """Have people told once the transaction is written, each once; `more` is a sentence about dates alone."""
    if not settings.EMAIL_HOST:
        return
    numbers = sorted({person for person in people if person is not None})
    if numbers:
        transaction.on_commit(lambda: send_letters.enqueue(occasion.value, numbers, more))


@task()
def send_letters(occasion: str, people: list[int], more: str) -> None:
    """Send a letter to each of some people."""
    post(WORDS[Occasion(occasion)], people, more=more)


def post(words: Words, people: list[int], *, more: str = "") -> None:
    """Send a letter to each of some people; an address that is refused keeps nobody else from theirs."""
    failures = 0
    with get_connection() as connection:
        for some in in_blocks(people, AT_ONCE):
            for person in Person.objects.filter(pk__in=some).exclude(email="").order_by("pk"):
                subject, body = written(words, person, more)
                try:
                    EmailMessage(subject, body, None, [person.email], connection=connection).send()
                except (SMTPException, OSError) as failure:
                    logger.warning("A letter (%s) could not be sent: %s", words.page, failure)
                    failures += 1
                if failures >= MOST_FAILURES:
                    return


def written(words: Words, person: Person, more: str) -> tuple[str, str]:
    """Return subject and body of a letter."""
    address = settings.PEMBINA_PUBLIC_ADDRESS
    link = address + reverse(words.page) if address else ""
    parts = [f"Yth. {person.titled_name},", words.sentence, more, link or "Bukalah di Pembina."]
    return words.subject, "\n\n".join(part for part in parts if part)


def days_of_document(*, silent: bool, on: date) -> str:
    """Return the clocks of a delivered document in a sentence, by the rule."""
    days = {rule.step: rule.working_days for rule in steps(on=on)}
    back, objection = days[Step.RETURN_TO_SUPERIOR if silent else Step.RETURN], days[Step.OBJECT]
    return (
        "Nyatakan bahwa Anda menerimanya, lalu tandatangani dan kembalikan paling lama "
        f"{back} hari kerja sejak diterima. "
        f"Keberatan, bila hasilnya belum bersifat final, diajukan paling lama {objection} hari kerja sejak diterima."
    )


def between(first: date, last: date) -> str:
    """Return the days of a pulse in a sentence."""
    return f"Diisi dari {spelled(first).id} sampai {spelled(last).id}."
