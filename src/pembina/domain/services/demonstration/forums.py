"""Open houses of the last year and a half, their questions and what became of the promises; two are still to come."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from pembina.domain.access.models import User
from pembina.domain.people.models import Assignment, Person, Unit
from pembina.domain.people.models.dated import in_force_on
from pembina.domain.services.demonstration.officer import coordinator, noon
from pembina.domain.services.enums import ForumKind, QuestionMeans
from pembina.domain.services.models import Commitment, Forum, PublicService
from pembina.domain.services.operations.commitments import (
    Promise,
    drop_commitment,
    keep_commitment,
    make_commitment,
    postpone_commitment,
    tell_progress,
)
from pembina.domain.services.operations.forum_minutes import write_minutes
from pembina.domain.services.operations.forum_questions import ask_question, show_question, take_question
from pembina.domain.services.operations.forums import (
    AgendaLine,
    ForumPlan,
    announce_forum,
    close_forum,
    hold_forum,
    plan_forum,
)

SEED = 20_260_101
UNITS, DAYS_AGO, DAYS_AHEAD = 5, (520, 340, 160, 24), 9
TWO_IN_THE_MORNING_UTC = time(2)
AGENDA = (
    AgendaLine("Pembukaan", time(9)),
    AgendaLine("Paparan standar pelayanan dan hasil survei", time(9, 15)),
    AgendaLine("Tanya jawab", time(9, 45)),
    AgendaLine("Janji tindak lanjut dan penutup", time(10, 45)),
)
QUESTIONS = (
    (
        "Mengapa antrean pagi panjang padahal sudah mendaftar daring?",
        "Nomor daring dan loket kini dipanggil bergantian.",
    ),
    ("Apakah ada loket khusus lansia dan ibu hamil?", "Ada, loket 1. Petugas pintu akan mengantar."),
    ("Bisakah layanan dibuka pada hari Sabtu?", "Dicoba dua Sabtu sebulan; hasilnya dilaporkan di forum berikutnya."),
    (
        "Mengapa syarat di situs berbeda dengan di loket?",
        "Yang berlaku adalah standar pelayanan terbaru; situs diperbaiki.",
    ),
    ("Ke mana mengadu bila diminta biaya tambahan?", "Lewat halaman pengaduan ini, tanpa perlu menyebut nama."),
)
PROMISES = (
    ("Memasang atap dan bangku di ruang tunggu luar", "Atap dan 12 bangku terpasang."),
    ("Membuka loket kedua pada jam sibuk", "Loket kedua buka pukul 08.00 sampai 11.00."),
    ("Menempel daftar syarat dalam huruf besar di pintu masuk", "Daftar terpasang di dua pintu."),
    ("Menyediakan kursi roda dan jalur landai", "Dua kursi roda tersedia; jalur landai selesai."),
    ("Menyamakan syarat di situs dengan standar pelayanan", "Semua halaman syarat diperbarui."),
    ("Melatih petugas melayani warga tunarungu", "Delapan petugas mengikuti pelatihan dua hari."),
)
MINUTES = """# Pokok bahasan
Warga meminta antrean yang lebih pendek dan syarat yang mudah dibaca.

- Hasil survei kepuasan dipaparkan per unsur
- Lima pertanyaan dijawab di tempat

# Penutup
Janji dicatat dengan tenggat dan penanggung jawab."""


@dataclass(frozen=True, slots=True)
class Host:
    """A unit with what it needs to hold an open house."""

    unit: Unit
    services: list[PublicService]
    owner: Person


def load_demo_forums(*, on: date, at: datetime, seed: int = SEED) -> int:
    """Write the events as of a day and return how many there are; nothing where any is on record already."""
    if Forum.objects.exists():
        return 0
    rng, hosts = Random(seed), _hosts(on)  # noqa: S311 - nothing secret is drawn
    by = coordinator(since=on - timedelta(days=max(DAYS_AGO) + UNITS))
    for place, host in enumerate(hosts):
        for days in DAYS_AGO:
            _held(host, on - timedelta(days=days + place), on, by, rng)
        if place < 2:
            _announced(host, on + timedelta(days=DAYS_AHEAD + 5 * place), at - timedelta(days=3), by, asked_at=at)
    return Forum.objects.count()


def _hosts(on: date) -> list[Host]:
    """Return a few of the units that serve citizens and have somebody to answer for a promise, spread over all."""
    found: list[Host] = []
    units = Unit.objects.filter(services__isnull=False, closed_on__isnull=True).distinct().order_by("code")
    for unit in units:
        held = Assignment.objects.filter(in_force_on(on), unit=unit).select_related("person").order_by("pk").first()
        if held is not None:
            found.append(Host(unit, list(unit.services.order_by("pk")[:3]), held.person))
    return found[:: max(len(found) // UNITS, 1)][:UNITS]


def _announced(host: Host, day: date, at: datetime, by: User, *, asked_at: datetime | None = None) -> Forum:
    starts = datetime.combine(day, TWO_IN_THE_MORNING_UTC, tzinfo=UTC)
    plan = ForumPlan(
        title=f"Open house {host.unit.name}", kind=ForumKind.OPEN_HOUSE, starts_at=starts,
        ends_at=starts + timedelta(hours=2), place=f"Ruang pertemuan {host.unit.name}"[:200],
        description="Terbuka untuk semua warga. Bawa pertanyaan dan saran Anda.", services=host.services, agenda=AGENDA,
    )  # fmt: skip
    forum = plan_forum(unit=host.unit, plan=plan, by=by, at=at)
    announce_forum(forum=forum, by=by, at=at)
    if asked_at is not None:
        for text, _ in QUESTIONS[1:4]:
            show_question(question=ask_question(forum=forum, text=text, at=asked_at, origin=""), by=by, at=asked_at)
    return forum


def _held(host: Host, day: date, on: date, by: User, rng: Random) -> None:
    """Hold an event of the past, publish its minutes, close it and let its promises take their course."""
    starts = datetime.combine(day, TWO_IN_THE_MORNING_UTC, tzinfo=UTC)
    forum = _announced(host, day, starts - timedelta(days=21), by)
    hold_forum(forum=forum, by=by, at=starts)
    for text, answer in QUESTIONS:
        take_question(forum=forum, text=text, answer=answer, means=QuestionMeans.SPOKEN, by=by, at=starts)
    women, men = rng.randint(14, 45), rng.randint(12, 40)
    after = starts + timedelta(days=2)
    write_minutes(forum=forum, text=MINUTES, women=women, men=men, publish=True, by=by, at=after)
    close_forum(forum=forum, by=by, at=after)
    for text, evidence in rng.sample(PROMISES, 3):
        said = Promise(text, host.owner, day, day + timedelta(days=rng.choice((14, 30, 60, 90))))
        made = make_commitment(unit=host.unit, promise=said, forum=forum, by=by, at=starts)
        _followed(made, evidence, on, by, rng)


def _followed(made: Commitment, evidence: str, on: date, by: User, rng: Random) -> None:
    """Let a promise be kept, kept late, put off or dropped; what would lie ahead of `on` has not happened yet."""
    drawn, told = rng.random(), made.made_on + timedelta(days=7)
    if told < on:
        tell_progress(commitment=made, text="Anggaran dan pelaksana sudah ditetapkan.", by=by, at=noon(told))
    if 0.6 <= drawn < 0.85 and made.due_on < on:
        later = made.due_on + timedelta(days=rng.choice((10, 25, 45)))
        reason = "Menunggu barang dari penyedia."
        postpone_commitment(commitment=made, to=later, reason=reason, by=by, at=noon(made.due_on))
    made.refresh_from_db()
    done_on = made.due_on - timedelta(days=rng.randint(0, 6))
    if drawn >= 0.95 and done_on < on:
        drop_commitment(commitment=made, reason="Gedung dipindahkan; tidak diperlukan lagi.", by=by, at=noon(done_on))
    elif drawn < 0.85 and done_on < on:
        keep_commitment(commitment=made, done_on=done_on, evidence=evidence, by=by, at=noon(done_on))
