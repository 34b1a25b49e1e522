"""Letters that something about awards waits: written once the transaction is, and sent in the background.

As all letters, each says that there is something and where, never what: no name, no award, no reason, no result. The
letter about a decision reads alike to who won and to who nominated, so that it gives nothing away.
"""

from collections.abc import Iterable
from enum import StrEnum

from django.conf import settings
from django.db import transaction

from pembina.domain.access.background import task
from pembina.domain.performance.letters import Words, post


class Occasion(StrEnum):
    """What a letter is about."""

    NOMINATED = "nominated"
    UNIT_NOMINATED = "unit_nominated"
    JUDGING_BEGUN = "judging_begun"
    DECIDED = "decided"


WORDS = {
    Occasion.NOMINATED: Words(
        "Anda dinominasikan", "Anda dinominasikan untuk sebuah penghargaan. Anda boleh menolak tanpa alasan.",
        "recognition:own",
    ),
    Occasion.UNIT_NOMINATED: Words(
        "Unit kerja Anda dinominasikan",
        "Unit kerja yang Anda pimpin dinominasikan untuk sebuah penghargaan. Anda boleh menolak tanpa alasan.",
        "recognition:own",
    ),
    Occasion.JUDGING_BEGUN: Words(
        "Nominasi menunggu penilaian Anda", "Ada nominasi penghargaan yang menunggu penilaian Anda sebagai juri.",
        "recognition:index",
    ),
    Occasion.DECIDED: Words(
        "Keputusan penghargaan terbit",
        "Keputusan atas penghargaan yang menyangkut Anda, nominasi Anda, atau dukungan Anda sudah terbit.",
        "recognition:own",
    ),
}  # fmt: skip


def tell(occasion: Occasion, people: Iterable[int | None]) -> None:
    """Have people told once the transaction is written, each once."""
    if not settings.EMAIL_HOST:
        return
    numbers = sorted({person for person in people if person is not None})
    if numbers:
        transaction.on_commit(lambda: send_award_letters.enqueue(occasion.value, numbers))


@task()
def send_award_letters(occasion: str, people: list[int]) -> None:
    """Send a letter to each of some people."""
    post(WORDS[Occasion(occasion)], people)
