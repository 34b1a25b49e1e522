"""What time alone brings about, done by every worker at its start and every few hours; doing it twice does no harm."""

import logging
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from pembina.core.text import Text

SECONDS_BETWEEN = 6 * 60 * 60.0
# Who is to come tomorrow hears in time that the session was called off.
SECONDS_BETWEEN_LETTERS = 15 * 60.0
logger = logging.getLogger(__name__)


# Each step by what it brings about, as a failure names it.
STEPS = {
    "complaints_closed": Text(id="penutupan pengaduan", en="closing complaints"),
    "contacts_deleted": Text(id="penghapusan kontak pelapor", en="deleting contacts of complainants"),
    "traces_wiped": Text(id="penghapusan jejak jawaban survei", en="wiping traces of survey answers"),
    "days_sealed": Text(id="penyegelan jejak audit", en="sealing the audit trail"),
    "offers_lapsed": Text(id="pengakhiran tawaran yang tidak dijawab", en="ending offers that nobody answered"),
    "seats_given": Text(id="pengisian kursi dari daftar tunggu", en="seating those who wait"),
    "letters_sent": Text(id="surel pemberitahuan", en="notices by mail"),
}


@dataclass(frozen=True, slots=True)
class Tidied:
    """How much there was of each, 0 where a step failed; `failed` names those steps."""

    complaints_closed: int
    contacts_deleted: int
    traces_wiped: int
    days_sealed: int
    letters_sent: int = 0
    seats_given: int = 0
    offers_lapsed: int = 0
    failed: tuple[Text, ...] = ()

    @property
    def sentence(self) -> Text:
        return Text(
            id=f"{self.complaints_closed} pengaduan ditutup, {self.contacts_deleted} kontak pelapor dihapus, jejak "
            f"{self.traces_wiped} jawaban survei dihapus, {self.days_sealed} hari jejak audit disegel, "
            f"{self.offers_lapsed} tawaran yang tidak dijawab berakhir, {self.seats_given} yang menunggu mendapat "
            f"kursi, {self.letters_sent} surel pemberitahuan dikirim.",
            en=f"{self.complaints_closed} complaints closed, {self.contacts_deleted} contacts of complainants deleted, "
            f"traces of {self.traces_wiped} survey answers wiped, {self.days_sealed} days of the audit trail sealed, "
            f"{self.offers_lapsed} offers that nobody answered ended, {self.seats_given} of those who waited seated, "
            f"{self.letters_sent} notices sent by mail.",
        )

    @property
    def failure(self) -> Text:
        """Name what failed and is tried again the next time."""
        return Text(
            id=f"Gagal: {', '.join(step.id for step in self.failed)}. Sebabnya ada di log; dicoba lagi nanti.",
            en=f"Failed: {', '.join(step.en for step in self.failed)}. The log says why; it is tried again later.",
        )


def tidy_up(*, at: datetime) -> Tidied:
    """Close answered complaints, delete contacts and traces whose time is over, seal the trail, end offers, seat, mail.

    A step that fails is logged and named, and the others still happen. The demonstration seals nothing: its days of two
    years would hide the decisions in the chain.
    """
    from django.conf import settings

    from pembina.cli.letters.sending import send_letters
    from pembina.domain.access.chain.trail import seal_trail
    from pembina.domain.development.operations.lapsing import lapse_offers
    from pembina.domain.development.operations.seats import move_up_waiting
    from pembina.domain.services.operations.complaint_contacts import erase_complaint_contacts
    from pembina.domain.services.operations.complaint_handling import close_settled_complaints
    from pembina.domain.services.operations.responses import forget_traces

    steps: dict[str, Callable[[], int]] = {
        "complaints_closed": lambda: close_settled_complaints(by=None, at=at),
        "contacts_deleted": lambda: erase_complaint_contacts(by=None, at=at),
        "traces_wiped": lambda: forget_traces(at=at),
        "days_sealed": lambda: 0 if settings.DEMONSTRATION else len(seal_trail(by=None, at=at)),
        # Before the letters, so that whoever is seated now is told, and nobody of an offer that has ended.
        "offers_lapsed": lambda: lapse_offers(by=None, at=at),
        "seats_given": lambda: move_up_waiting(by=None, at=at),
        "letters_sent": lambda: send_letters(at=at),
    }
    found = {name: _done(name, step) for name, step in steps.items()}
    failed = tuple(STEPS[name] for name, count in found.items() if count is None)
    return Tidied(**{name: count or 0 for name, count in found.items()}, failed=failed)


def _done(name: str, step: Callable[[], int]) -> int | None:
    """Return how much a step did, None where it failed; a connection that broke on it is not handed to the next."""
    from django.db import connection

    try:
        return step()
    except Exception:
        logger.exception("%s failed", STEPS[name].en)
        if not connection.in_atomic_block:
            connection.close_if_unusable_or_obsolete()
        return None


@contextmanager
def tidying_beside(tidy: Callable[[], None], pause: float = SECONDS_BETWEEN) -> Iterator[None]:
    """Call `tidy` now and every `pause` seconds inside the ``with``; what it raises is logged and tried again."""
    stop = threading.Event()
    thread = threading.Thread(target=_keep_tidy, args=(tidy, pause, stop), name="tidying", daemon=True)
    thread.start()
    try:
        yield
    finally:
        stop.set()


def tidy_and_log() -> None:
    """Tidy up as of now; the connection of this thread is closed afterwards."""
    from django.db import connection
    from django.utils import timezone

    try:
        tidied = tidy_up(at=timezone.now())
        logger.info(tidied.sentence.en)
        if tidied.failed:
            logger.error(tidied.failure.en)
    finally:
        connection.close()


def send_and_log() -> None:
    """Mail what is due as of now, between two times of tidying up; the connection of this thread is closed then."""
    from django.db import connection
    from django.utils import timezone

    from pembina.cli.letters.sending import send_letters

    try:
        if sent := send_letters(at=timezone.now()):
            logger.info("%s notices sent by mail.", sent)
    finally:
        connection.close()


def _keep_tidy(tidy: Callable[[], None], pause: float, stop: threading.Event) -> None:
    while True:
        try:
            tidy()
        except Exception:
            logger.exception("Tidying up failed; it is tried again in %.0f s", pause)
        if stop.wait(pause):
            return
