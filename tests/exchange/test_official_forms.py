"""The forms of guidance, counselling and feedback: their columns and titles, and whose words stand in them."""

from datetime import UTC, date, datetime

import pytest

from pembina.domain.performance.guidance_parts import STATEMENTS, GuidanceKind
from pembina.domain.performance.models import CounsellingReport, GuidanceOpinion, GuidanceRecord
from pembina.exchange.papers.counselling import counselling_form
from pembina.exchange.papers.feedback_record import feedback_form
from pembina.exchange.papers.guidance import SUBJECTS, Around, guidance_form, opinion_form
from pembina.exchange.papers.official_form import official_form, official_form_data
from speaking import Speaking

NOON = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)
SAID = {"aim": "Izin cepat", "baseline": "21 hari", "target": "3 hari", "strategy": "Antrean", "progress": "5 hari",
        "problem": "#strong[Sistem]", "cause": "Jaringan", "options": "Cadangan", "forward": "Pantau",
        "adjusted": "yes"}  # fmt: skip
MENTORED = {"aim": "Menguasai izin", "expertise": "Perizinan", "steps": "Bersama", "method": "shadowing",
            "period": "Tiga bulan", "change": "Mandiri", "measure": "Tanpa salah"}  # fmt: skip
pytestmark = pytest.mark.django_db


@pytest.fixture
def speaking(sari, budi, dewi):
    return Speaking(at=NOON, sari=sari, budi=budi, dewi=dewi)


@pytest.fixture
def around(speaking):
    posts = (person.assignments.get() for person in (speaking.sari, speaking.budi))
    return Around(*posts, "Pemerintah Contoh", date(2026, 11, 22))


def record(speaking, kind, said):
    return GuidanceRecord.objects.create(
        kind=kind, person=speaking.sari, guide=speaking.budi, held_on=date(2026, 11, 20), parts=said, written_at=NOON,
        person_confirmed_at=NOON,
    )  # fmt: skip


def test_coaching_has_the_four_steps_of_the_form(speaking, around):
    form = guidance_form(record(speaking, GuidanceKind.COACHING, SAID), around)
    told = official_form_data(form)
    assert (told["format"], told["title"]) == ("FORMAT B.1.6", "Pelaksanaan coaching")
    assert [len(part["widths"]) for part in told["sections"]] == [4, 4, 1, 3]
    assert told["sections"][3]["rows"] == [["Izin cepat", "Pantau", "YA"]]
    assert [each["told"] for each in told["signers"]] == [
        "Disetujui secara elektronik 20 November 2026",
        "Belum disetujui",
    ]
    assert told["people"][0][4].startswith("Budi")
    assert official_form(form).startswith(b"%PDF-")


def test_mentoring_has_its_journal(speaking, around):
    made = record(speaking, GuidanceKind.MENTORING, MENTORED)
    assert official_form_data(guidance_form(made, around))["sections"][2]["rows"] == [["–"] * 4]
    made.meetings.create(held_on=date(2026, 11, 20), place="Kantor", material="Syarat izin")
    told = official_form_data(guidance_form(made, around))
    assert told["sections"][0]["rows"] == [["Perizinan", "Tiga bulan", "Mandiri", "Tanpa salah"]]
    assert told["sections"][2]["rows"] == [["20 November 2026\nKantor", "Syarat izin", "–", "–"]]


def test_the_nine_statements_are_those_that_are_asked(speaking, around):
    asked = [key for _subject, statements in SUBJECTS for key, _words in statements]
    assert asked == [part.key for part in STATEMENTS]
    answers = {part.key: "partly" for part in STATEMENTS}
    made = record(speaking, GuidanceKind.COACHING, SAID)
    form = opinion_form(GuidanceOpinion(record=made, answers=answers, words="Cukup", given_at=NOON), around)
    told = official_form_data(form)
    assert len(told["sections"][0]["rows"]) == 9
    assert [each["role"] for each in told["signers"]] == ["Pegawai yang Dinilai"]
    assert official_form(form).startswith(b"%PDF-")


def test_counselling_holds_the_words_of_the_report_and_no_note_of_a_counsellor(speaking, around):
    made = CounsellingReport.objects.create(
        person=speaking.sari, reporter=speaking.budi, problem="Tertunda", tried="Coaching", reported_at=NOON,
        counsellor=speaking.dewi, taken_at=NOON,
    )  # fmt: skip
    made.notes.create(words="Rahasia konselor", noted_at=NOON)
    told = official_form_data(counselling_form(made, around))
    assert told["lines"] == ["RAHASIA"]
    assert "Tertunda" in str(told)
    assert "Rahasia konselor" not in str(told)
    assert official_form(counselling_form(made, around)).startswith(b"%PDF-")


@pytest.mark.parametrize(("form", "number", "columns"), [("a16", "B.1.3", 4), ("a12", "B.1.4", 7), ("a17", "B.1.5", 8)])
def test_the_record_of_feedback_has_the_columns_of_its_form(speaking, form, number, columns):
    goal = {"kind": "main", "words": "Izin", "perspective": "", "supports": "", "indicators": []}
    made = feedback_form(
        snapshot={"person": {"name": "Sari", "nip": "1"}, "rater": None}, government="Pemerintah Contoh",
        plan={"form": form, "goals": [goal], "expectations": {"service": "Senyum"}},
        said={"goals": [["Cepat."]], "values": {"service": ["Ramah."]}, "rest": ["Lain."]}, label="Triwulan III 2026",
        days=(date(2026, 7, 1), date(2026, 9, 30)), people=(speaking.sari, None), written_on=date(2026, 11, 22),
    )  # fmt: skip
    told = official_form_data(made)
    assert told["format"] == f"FORMAT {number}"
    assert {len(row) for part in told["sections"][:2] for row in part["rows"]} == {columns}
    assert told["sections"][0]["rows"][0][-1] == "Cepat."
    assert told["sections"][2]["rows"][0][2] == "Ramah."
    assert "Senyum" in told["sections"][2]["rows"][0][1]
    assert official_form(made).startswith(b"%PDF-")
