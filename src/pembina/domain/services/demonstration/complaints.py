"""What citizens wrote in the last year and a half and what was answered: most in time, some late, a few still open.

Some of the answers are public.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from pembina.domain.access.models import User
from pembina.domain.services.complaint_enums import ComplaintElement, ComplaintKind, ComplaintSeverity, ComplaintState
from pembina.domain.services.demonstration.officer import coordinator, noon
from pembina.domain.services.models import Complaint, PublicService
from pembina.domain.services.operations.complaint_handling import (
    Triage,
    close_settled_complaints,
    decline_complaint,
    reply_to_complaint,
    take_over_complaint,
    triage_complaint,
)
from pembina.domain.services.operations.complaint_publications import Wording, publish_answer
from pembina.domain.services.operations.complaints import (
    Contact,
    Submission,
    judge_answer,
    reopen_complaint,
    submit_complaint,
)

SEED = 20_260_102
DAYS, EVERY = 540, 5
# Of the last days, so that there is something to do.
RECENT, RECENT_DAYS = 9, 8
# Calendar days, and those of what has no deadline.
USUALLY_WITHIN = {"": 10, ComplaintSeverity.MINOR: 2, ComplaintSeverity.NORMATIVE: 6, ComplaintSeverity.SERVICE: 17}
LATE, SATISFIED, CONTRADICTED, DECLINED, WITH_CONTACT = 0.15, 0.4, 0.07, 0.05, 0.3


@dataclass(frozen=True, slots=True)
class Letter:
    """What somebody wrote, what it is about, and what was answered."""

    kind: ComplaintKind
    element: ComplaintElement
    text: str
    answer: str
    severity: str = ""


LETTERS = (
    Letter(
        ComplaintKind.COMPLAINT, ComplaintElement.TIME,
        "Berkas saya sudah lengkap sejak tiga minggu lalu tetapi belum ada kabar.",
        "Berkas tertahan di meja pemeriksa. Hari ini selesai diperiksa dan dapat diambil.", ComplaintSeverity.SERVICE,
    ),
    Letter(
        ComplaintKind.COMPLAINT, ComplaintElement.PROCEDURE,
        "Saya diminta pindah loket empat kali untuk satu urusan.",
        "Alur kini satu loket. Petugas pintu menyerahkan lembar alur kepada setiap pemohon.",
        ComplaintSeverity.NORMATIVE,
    ),
    Letter(
        ComplaintKind.COMPLAINT, ComplaintElement.REQUIREMENTS,
        "Syarat di papan tidak sama dengan yang diminta petugas, saya harus pulang lagi.",
        "Papan sudah diganti mengikuti standar pelayanan. Mohon maaf atas perjalanan yang sia-sia.",
        ComplaintSeverity.NORMATIVE,
    ),
    Letter(
        ComplaintKind.COMPLAINT, ComplaintElement.CONDUCT,
        "Petugas menjawab sambil bermain telepon genggam.",
        "Petugas sudah ditegur oleh atasannya. Terima kasih sudah menyampaikan.", ComplaintSeverity.MINOR,
    ),
    Letter(
        ComplaintKind.COMPLAINT, ComplaintElement.FACILITIES,
        "Toilet pengunjung rusak sudah lebih dari sebulan.",
        "Toilet selesai diperbaiki pekan ini.", ComplaintSeverity.MINOR,
    ),
    Letter(
        ComplaintKind.COMPLAINT, ComplaintElement.COST,
        "Ada orang di depan kantor yang menawarkan pengurusan cepat dengan bayaran.",
        "Layanan ini tanpa biaya. Orang itu bukan petugas; satpam berjaga di depan sejak hari ini.",
        ComplaintSeverity.SERVICE,
    ),
    Letter(
        ComplaintKind.COMPLAINT, ComplaintElement.COMPLAINTS,
        "Telepon pengaduan tidak pernah diangkat.",
        "Nomor telepon diganti dan dijaga bergiliran pada jam kerja.", ComplaintSeverity.MINOR,
    ),
    Letter(
        ComplaintKind.SUGGESTION, ComplaintElement.PROCEDURE,
        "Mohon ada pendaftaran lewat telepon untuk warga lanjut usia.",
        "Usulan dibahas dalam rapat bulanan; hasilnya diumumkan di forum warga.",
    ),
    Letter(
        ComplaintKind.SUGGESTION, ComplaintElement.FACILITIES,
        "Sebaiknya ada tempat bermain anak di ruang tunggu.", "Sudut anak dimasukkan ke rencana anggaran tahun depan.",
    ),
    Letter(
        ComplaintKind.PRAISE, ComplaintElement.CONDUCT,
        "Terima kasih, ibu saya yang memakai kursi roda dibantu sampai selesai.",
        "Terima kasih. Pujian Anda sudah disampaikan kepada petugasnya.",
    ),
)  # fmt: skip
# What the office made public of three of them, in its own words.
PUBLISHED = {
    LETTERS[1].text: Wording(
        "Warga diminta berpindah loket beberapa kali untuk satu urusan.",
        "Sejak pengaduan ini satu urusan selesai di satu loket. Lembar alur diberikan di pintu masuk.",
    ),
    LETTERS[5].text: Wording(
        "Di depan kantor ada yang menawarkan pengurusan cepat dengan bayaran. Apakah layanan ini berbayar?",
        "Tidak, layanan ini tanpa biaya. Yang menawarkan bukan petugas. Laporkan kepada satpam bila terjadi lagi.",
    ),
    LETTERS[7].text: Wording(
        "Dapatkah warga lanjut usia mendaftar lewat telepon?",
        "Usulan ini dibahas dalam rapat bulanan; hasilnya diumumkan di forum warga.",
    ),
}
REFUSED = "Urusan ini bukan wewenang pemerintah kabupaten. Silakan lapor kepada pengelola jalan nasional."
NOT_YET = "Masalahnya terjadi lagi pekan ini, mohon diperiksa kembali."


def load_demo_complaints(*, on: date, at: datetime, scale: float = 1.0, seed: int = SEED) -> int:
    """Write what was received until a day and return how much there is; nothing where any is on record already.

    `scale` multiplies how much is written.
    """
    services = list(PublicService.objects.select_related("unit").order_by("code"))
    if Complaint.objects.exists() or not services:
        return 0
    rng = Random(seed)  # noqa: S311 - nothing secret is drawn
    since = on - timedelta(days=DAYS)
    by = coordinator(since=since)
    number_of_all = round(DAYS / EVERY * scale) + RECENT
    for number in range(number_of_all):
        days = RECENT_DAYS if number >= number_of_all - RECENT else DAYS
        day = on - timedelta(days=1 + rng.randrange(days))
        _took_its_course(rng.choice(services), noon(day), token=f"{seed} {number}", by=by, now=at, rng=rng)
    close_settled_complaints(by=None, at=at)
    _some_published(by=by, at=at)
    return Complaint.objects.count()


def _some_published(*, by: User, at: datetime) -> None:
    """Make the latest answer to some of the letters public."""
    settled = Complaint.objects.filter(state__in=(ComplaintState.ANSWERED, ComplaintState.CLOSED), reopened_at=None)
    for text, wording in PUBLISHED.items():
        complaint = settled.filter(text=text).order_by("-ended_at", "-pk").first()
        if complaint is not None:
            publish_answer(complaint=complaint, wording=wording, by=by, at=at)


def _took_its_course(
    service: PublicService, moment: datetime, *, token: str, by: User, now: datetime, rng: Random
) -> None:
    """Take one letter in and let it take its course; what would lie ahead of `now` has not happened yet."""
    letter = rng.choice(LETTERS)
    contact = Contact(name="Warga Contoh", phone="0800000000") if rng.random() < WITH_CONTACT else Contact()
    said = Submission(
        kind=letter.kind, unit=service.unit, text=letter.text, service=service, element=letter.element, contact=contact
    )
    complaint = submit_complaint(submission=said, token=token, device="", address=None, at=moment).complaint
    days = _days_until(letter, rng)
    if _later(moment, 1) < now:
        _taken_up(complaint, letter, service, by=by, at=_later(moment, 1))
        if rng.random() < DECLINED and letter.kind == ComplaintKind.COMPLAINT:
            decline_complaint(complaint=complaint, reason=REFUSED, by=by, at=_later(moment, 1))
            return
        if _later(moment, days[0]) < now:
            _answered(complaint, letter, moment, days, by=by, now=now, rng=rng)


def _taken_up(complaint: Complaint, letter: Letter, service: PublicService, *, by: User, at: datetime) -> None:
    sorted_as = Triage(letter.kind, service, letter.element, letter.severity)
    triage_complaint(complaint=complaint, triage=sorted_as, by=by, at=at)
    take_over_complaint(complaint=complaint, by=by, at=at)


def _answered(
    complaint: Complaint, letter: Letter, moment: datetime, days: Sequence[int], *, by: User, now: datetime, rng: Random
) -> None:
    """Answer, and hear what the citizen says to that."""
    reply_to_complaint(complaint=complaint, text=letter.answer, is_final=True, by=by, at=_later(moment, days[0]))
    drawn = rng.random()
    if drawn < SATISFIED and _later(moment, days[1]) < now:
        judge_answer(complaint=complaint, satisfied=True, at=_later(moment, days[1]))
    elif drawn > 1 - CONTRADICTED and _later(moment, days[2]) < now:
        reopen_complaint(complaint=complaint, reason=NOT_YET, at=_later(moment, days[1]))
        reply_to_complaint(complaint=complaint, text=letter.answer, is_final=True, by=by, at=_later(moment, days[2]))


def _days_until(letter: Letter, rng: Random) -> tuple[int, int, int]:
    """Draw after how many days it is answered, after how many the citizen says something, and is answered again."""
    usual = USUALLY_WITHIN[letter.severity]
    first = 1 + rng.randrange(usual)
    first += usual + 10 if rng.random() < LATE else 0
    return first, first + 2, first + 5


def _later(moment: datetime, days: int) -> datetime:
    return moment + timedelta(days=days)
