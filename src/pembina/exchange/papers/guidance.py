"""Coaching (B.1.6), mentoring (B.1.7), and what the guided person thinks of it (B.1.8), on the regulation's forms."""

from dataclasses import dataclass
from datetime import date

from pembina.domain.people.models import Assignment
from pembina.domain.performance.guidance_parts import GuidanceKind
from pembina.domain.performance.models import GuidanceOpinion, GuidanceRecord
from pembina.exchange.papers.identity import both_sides
from pembina.exchange.papers.indonesian_days import day_in_words
from pembina.exchange.papers.official_form import MISSING, OfficialForm, Section, Signer

GUIDE = "Pimpinan/ Pihak Lain yang Diberikan Penugasan Khusus"
RATED = "Pegawai yang Dinilai"
BY_PERSON = "(diisi oleh Pegawai)"
METHODS = {
    "shadowing": "Shadowing events", "work_sharing": "Work sharing", "hands_on": "Hands-on training",
    "introducing": "Introducing",
}  # fmt: skip
ADJUSTED = {"yes": "YA", "no": "TIDAK"}
SUBJECTS = (
    ("TENTANG PEGAWAI", (
        ("heard", "1. Saya merasa diperhatikan dan dipahami"),
        ("valued", "2. Saya merasa tindakan/langkah yang telah saya lakukan dihargai"),
        ("free", "3. Saya merasa dapat dengan bebas mengemukakan pendapat/pemikiran saya"),
    )),
    ("TENTANG PIMPINAN/ PIHAK LAIN YANG DIBERIKAN PENUGASAN KHUSUS", (
        ("factual", "4. Saya merasa bahwa pandangan yang diberikan berdasarkan data/fakta yang akurat"),
        ("positive", "5. Saya merasa bahwa pandangan/pendapat yang diberikan kepada saya bersifat positif"),
        ("asking", "6. Lebih banyak menggunakan metode bertanya dibandingkan menggurui"),
    )),
    ("TENTANG PEGAWAI DAN PIMPINAN/ PIHAK LAIN YANG DIBERIKAN PENUGASAN KHUSUS", (
        ("solution", "7. Saya merasa dibantu dalam mencari solusi dan aksi tindak lanjut"),
        ("next", "8. Saya tahu apa yang harus saya lakukan setelah mengikuti kegiatan bimbingan kinerja ini"),
        ("purpose", "9. Saya memahami maksud dan tujuan kegiatan bimbingan kinerja ini"),
    )),
)  # fmt: skip
ANSWERS = {"yes": "Ya", "partly": "Sebagian", "no": "Tidak"}


@dataclass(frozen=True, slots=True)
class Around:
    """The positions of the day of the record, of the person and of the rater, and what is set around the form."""

    post: Assignment | None
    rater_post: Assignment | None
    government: str
    written_on: date


def guidance_form(record: GuidanceRecord, around: Around) -> OfficialForm:
    """Return the form of a coaching or mentoring."""
    is_coaching = record.kind == GuidanceKind.COACHING
    return OfficialForm(
        number="B.1.6" if is_coaching else "B.1.7",
        title="Pelaksanaan coaching" if is_coaching else "Pelaksanaan mentoring",
        lines=[f"TANGGAL: {day_in_words(record.held_on).upper()}"],
        people=_people(record, around),
        sections=_coaching(record) if is_coaching else _mentoring(record),
        foot=_ADJUSTING if is_coaching else "",
        signers=[
            Signer(RATED, record.person, record.person_confirmed_at),
            Signer(GUIDE, record.guide, record.guide_confirmed_at),
        ],
        government=around.government,
        written_on=around.written_on,
    )


def opinion_form(opinion: GuidanceOpinion, around: Around) -> OfficialForm:
    """Return the form of what the guided person says; signed by that person alone."""
    record = opinion.record
    rows = [
        [subject if place == 0 else "", words, ANSWERS[opinion.answers[key]]]
        for subject, statements in SUBJECTS
        for place, (key, words) in enumerate(statements)
    ]
    heads, widths = ("SUBJEK", "KRITERIA", "UMPAN BALIK"), (1.2, 2.4, 0.8)
    about = f"BIMBINGAN OLEH {record.guide.titled_name.upper()}, {day_in_words(record.held_on).upper()}"
    sections = [Section("UMPAN BALIK", heads=heads, widths=widths, rows=rows)]
    sections += [Section("CATATAN", rows=[[opinion.words]])] if opinion.words else []
    return OfficialForm(
        number="B.1.8", title="Umpan balik pelaksanaan bimbingan kinerja", lines=[about],
        people=_people(record, around), sections=sections,
        signers=[Signer(RATED, record.person, opinion.given_at, "Dikirim")], government=around.government,
        written_on=around.written_on,
        foot="Diserahkan kepada atasan dari pimpinan yang membimbing; tidak dibaca oleh pembimbing.",
    )  # fmt: skip


def _people(record: GuidanceRecord, around: Around) -> list[list[str]]:
    rater = around.rater_post.person if around.rater_post else None
    return both_sides((record.person, around.post), (rater, around.rater_post))


def _coaching(record: GuidanceRecord) -> list[Section]:
    said = record.parts
    return [
        Section(
            "TUJUAN: APA YANG INGIN SAYA CAPAI?", BY_PERSON, widths=(1, 1, 1, 1),
            heads=("INDIKATOR KINERJA INDIVIDU", "BASELINE TARGET (JIKA ADA)", "TARGET", "STRATEGI PENCAPAIAN TARGET"),
            rows=[_cells(said, "aim", "baseline", "target", "strategy")],
        ),
        Section(
            "FAKTA: DI MANA SAYA SEKARANG?", BY_PERSON, widths=(1, 1, 1, 1),
            heads=("TARGET SKP", "PROGRES PENCAPAIAN TARGET", "MASALAH/ HAMBATAN", "PENYEBAB"),
            rows=[_cells(said, "target", "progress", "problem", "cause")],
        ),
        Section("PELUANG: APA YANG DAPAT SAYA LAKUKAN?", BY_PERSON, rows=[_cells(said, "options")]),
        Section(
            "LANGKAH KE DEPAN: APA YANG AKAN SAYA LAKUKAN KE DEPAN?", _RECOMMENDED, widths=(1, 2, 1),
            heads=(
                "INDIKATOR KINERJA INDIVIDU", "STRATEGI UNTUK MENGATASI MASALAH/HAMBATAN",
                "PENYESUAIAN UKURAN KEBERHASILAN DAN TARGET (YA/ TIDAK)*",
            ),
            rows=[[*_cells(said, "aim", "forward"), ADJUSTED.get(said.get("adjusted", ""), MISSING)]],
        ),
    ]  # fmt: skip


def _mentoring(record: GuidanceRecord) -> list[Section]:
    said = record.parts
    way = METHODS.get(said.get("method", ""), said.get("method", "")) or MISSING
    return [
        Section(
            "TUJUAN: APA YANG INGIN SAYA CAPAI DENGAN MENTORING?", BY_PERSON, widths=(1.3, 0.8, 1, 1),
            heads=(
                "KEAHLIAN/ KETERAMPILAN SPESIFIK YANG AKAN DIKEMBANGKAN", "JANGKA WAKTU MENTORING",
                "PERUBAHAN YANG DIHARAPKAN", "UKURAN KEBERHASILAN MENTORING",
            ),
            rows=[_cells(said, "expertise", "period", "change", "measure")],
        ),
        Section("TUJUAN, LANGKAH, DAN BENTUK", widths=(1, 1, 0.7), heads=("TUJUAN", "LANGKAH-LANGKAH", "BENTUK"),
                rows=[[*_cells(said, "aim", "steps"), way]]),
        Section(
            "JURNAL MENTORING", widths=(1, 1.4, 1.4, 0.9),
            heads=("WAKTU DAN TEMPAT", "MATERI MENTORING", "RENCANA AKSI", "TARGET WAKTU RENCANA AKSI"),
            rows=[
                [
                    f"{day_in_words(each.held_on)}\n{each.place}", each.material, each.action or MISSING,
                    day_in_words(each.due_on) if each.due_on else MISSING,
                ]
                for each in record.meetings.all()
            ],
        ),
    ]  # fmt: skip


def _cells(said: dict[str, str], *keys: str) -> list[str]:
    return [said.get(key, "") or MISSING for key in keys]


_RECOMMENDED = "(rekomendasi pimpinan atau pihak lain yang diberikan penugasan khusus yang disepakati dengan pegawai)"
_ADJUSTING = "* Jika diperlukan penyesuaian indikator/target kinerja maka dilakukan perubahan SKP."
