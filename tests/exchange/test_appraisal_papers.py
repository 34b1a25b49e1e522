"""The papers of an appraisal: which form, which signatures, and that whatever people type stays text."""

import pytest

from pembina.exchange.papers.appraisal import appraisal_paper, document_data, result_data, result_paper

WHO = {"name": "Sari Wulandari, S.A.P.", "nip": "199203152019032999", "rank": "Penata Muda Tingkat I (III/b)",
       "position": "Penata Perizinan", "unit": "Bidang Layanan"}  # fmt: skip
INDICATOR = {"words": "Waktu tunggu", "aspects": ["time"], "target": "3 hari", "realisation": "2 hari",
             "evidence": "Buku loket"}  # fmt: skip


def plan(form):
    goals = [
        {"kind": "main", "words": "Izin lebih cepat", "perspective": "recipients", "supports": "Layanan prima",
         "indicators": [INDICATOR, INDICATOR]},
        {"kind": "additional", "words": "Panduan loket", "perspective": "", "supports": "", "indicators": []},
    ]  # fmt: skip
    return {"form": form, "goals": goals, "expectations": {"service": "Senyum"}}


def content(form="d11", *, plan_form="a17", objection=None, **other):
    return {
        "format": "pembina-appraisal-1", "form": form,
        "period": {"cycle": "quarterly", "label": "Triwulan III 2026", "starts_on": "2026-07-01",
                   "ends_on": "2026-09-30", "year": 2026},
        "people": {"person": WHO, "rater": WHO | {"name": "Budi Santoso"}, "superior": WHO | {"name": "Hasan"}},
        "organisation": {"rating": "good", "unit": "Dinas Perizinan", "basis": "LKjIP", "because": ""},
        "results": {"rating": "above", "reason": "Selesai dalam 2 hari #strong[x] $y$"},
        "behaviour": {"rating": "as_expected", "reason": "", "notes": {"service": "Ramah"}},
        "predicate": {"predicate": "good", "article": "PermenPANRB 6/2022", "rule_since": "2022-02-07"},
        "advice": "Bagikan caranya.", "plan": plan(plan_form) if plan_form else None,
        "signed": {"by": "Budi Santoso", "on": "2026-09-28", "silent": form == "d12"}, "objection": objection,
    } | other  # fmt: skip


OBJECTION = {
    "reason": "Sistem padam", "evidence": "Log", "statement": "Satu hari", "hearing": "Tiga hari", "ruling": "changed",
    "ruling_reason": "Memang padam", "filed_on": "2026-10-05", "is_late": True, "decided_by": "Hasan",
    "decided_on": "2026-10-09",
}  # fmt: skip
AROUND = ("a" * 64, "b" * 64, "Pemerintah Contoh", "https://contoh.go.id/penilaian/1/")


@pytest.mark.parametrize(
    ("form", "titles"),
    [
        ("d11", ["6. Pejabat Penilai Kinerja", "7. Pegawai yang Dinilai"]),
        ("d12", ["6. Atasan Pejabat Penilai Kinerja", "7. Pegawai yang Dinilai"]),
        ("d13", ["9. Pejabat Penilai Kinerja", "10. Pegawai yang Dinilai", "11. Atasan Pejabat Penilai Kinerja"]),
    ],
)
def test_each_form_has_its_signatures(form, titles):
    told = document_data(content(form, objection=OBJECTION if form == "d13" else None), *AROUND)
    assert [each["title"] for each in told["signatures"]] == titles
    assert told["form"] == f"Format D.1.{form[-1]}"


def test_an_objection_stands_on_its_document():
    told = document_data(content("d13", objection=OBJECTION), *AROUND)
    texts = {each["title"]: each["text"] for each in told["texts"]}
    assert "terlambat dari batasnya" in texts["6. Keberatan"]
    assert "Mengubah hasil evaluasi. Memang padam" in "".join(texts.values())


@pytest.mark.parametrize(
    ("plan_form", "form", "columns"), [("a16", "C.1.1", 4), ("a12", "C.1.2", 7), ("a17", "C.1.3", 8), ("", "C.1.1", 4)]
)
def test_the_form_of_the_plan_decides_the_form_of_the_result(plan_form, form, columns):
    told = result_data(content(plan_form=plan_form), *AROUND)
    assert told["form"] == f"Format {form}"
    assert {len(row) for group in told["goals"] for row in group["rows"]} <= {columns}
    assert len(told["values"]) == 7


SAID = {
    "positive": 2, "other": 1, "goals": [["03-08-2026 (apresiasi): Cepat."], []], "values": {"service": ["Sabar."]},
    "rest": ["Tepat waktu."],
}  # fmt: skip


@pytest.mark.parametrize("plan_form", ["a16", "a12", "a17"])
def test_feedback_stands_in_its_column_beside_each_result_and_value(plan_form):
    told = result_data(content(plan_form=plan_form, feedback=SAID), *AROUND)
    main, additional = (group["rows"] for group in told["goals"])
    assert [row[-1] for row in (*main, *additional)] == ["03-08-2026 (apresiasi): Cepat.", "", "–"]
    assert told["values"][0]["note"] == "Ramah\nSabar."
    assert told["feedback"] == {"tally": "Umpan balik dalam periode: 2 apresiasi, 1 lainnya.", "rest": "Tepat waktu."}


def test_a_document_sealed_without_feedback_still_has_its_paper():
    told = result_data(content(), *AROUND)
    assert {row[-1] for group in told["goals"] for row in group["rows"]} <= {"–", ""}
    assert "belum ada yang dicatat" in told["feedback"]["tally"]


def test_a_paper_that_does_not_match_its_seal_says_so():
    told = document_data(content(), "a" * 64, "", "Pemerintah Contoh", "")
    assert "tidak cocok dengan segelnya" in told["source"]


@pytest.mark.parametrize("form", ["d11", "d12", "d13"])
def test_papers_are_archivable_and_the_same_each_time(form):
    told = dict(zip(("digest", "sealed", "government", "address"), AROUND, strict=True))
    said = content(form, objection=OBJECTION if form == "d13" else None)
    paper = appraisal_paper(content=said, **told)
    assert paper.startswith(b"%PDF-")
    assert appraisal_paper(content=said, **told) == paper
    assert result_paper(content=said, **told).startswith(b"%PDF-")


def test_results_are_numbered_through_and_the_qualitative_form_names_the_perspective():
    told = result_data(content(plan_form="a16"), *AROUND)
    main, additional = (group["rows"] for group in told["goals"])
    assert ([row[0] for row in main], [row[0] for row in additional]) == (["1", ""], ["2"])
    assert main[0][1].endswith("Perspektif: Penerima layanan")


@pytest.mark.parametrize(("plan_form", "is_flipped"), [("a16", False), ("a12", True), ("a17", True)])
def test_a_form_of_many_columns_lies_on_its_side(plan_form, is_flipped):
    told = result_data(content(plan_form=plan_form), *AROUND)
    assert told["flipped"] is is_flipped
    assert len(told["widths"]) == len(told["head"]) - 1
