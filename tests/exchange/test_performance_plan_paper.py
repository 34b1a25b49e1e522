"""The forms of the regulation: which columns, what stands in them, and that what is not agreed says so."""

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest

from pembina.domain.performance.enums import GoalKind, PlanForm, PlanState
from pembina.domain.performance.queries.plans import own_plans, with_content
from pembina.exchange.papers.performance_plan import PlanPaper, performance_plan_data, performance_plan_paper
from performance import Performing

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
pytestmark = pytest.mark.django_db


@pytest.fixture
def performing(sari, budi, rina):
    return Performing(sari=sari, budi=budi, rina=rina, at=NOON)


@pytest.fixture
def paper(performing):
    """Return the paper of an agreed plan with a result of either kind."""
    above = performing.goal(performing.plan(performing.of_budi, state=PlanState.AGREED), "Izin cepat")
    plan = performing.plan(state=PlanState.AGREED)
    goal = performing.goal(plan, "Berkas rapi", supports=above, perspective="budget")
    performing.indicator(goal, target=Decimal("1250.5"), baseline=Decimal(900))
    beside = performing.goal(plan, "Arsip tertata", kind=GoalKind.ADDITIONAL)
    words = {"target": None, "unit": "", "direction": "", "target_words": "Selesai Juni"}
    performing.indicator(beside, "Arsip", **words)
    plan.notes.create(kind="resource", position=1, words="Dua komputer")
    plan.expectations.create(value="loyal", words="Menjaga rahasia")
    found = with_content(own_plans(performing.sari)).get()
    post = performing.of_budi.assignments.get()
    return PlanPaper(found, post, "Pemerintah Kabupaten Contoh", performing.today)


def of_form(paper, form):
    paper.plan.form = form
    return performance_plan_data(paper)


def test_the_quantitative_form_of_others_has_six_columns(paper):
    told = performance_plan_data(paper)
    assert told["heads"][1] == "RENCANA HASIL KERJA PIMPINAN YANG DIINTERVENSI"
    target = "dari 900 menjadi 1.250,5 berkas (makin tinggi makin baik)"
    main, beside = (part["rows"] for part in told["parts"])
    assert main == [["1", "Izin cepat", "Berkas rapi", "Kuantitas", "Berkas diperiksa pada hari yang sama", target]]
    assert beside == [["2", "–", "Arsip tertata", "Kuantitas", "Arsip", "Selesai Juni"]]
    assert told["people"][3] == ["4", "JABATAN", "Penata Perizinan", "JABATAN", "Kepala Bidang"]
    assert told["appendix"][0] == {"title": "DUKUNGAN SUMBER DAYA", "lines": ["Dua komputer"]}
    assert [value["expected"] for value in told["values"]][4] == "Menjaga rahasia"


def test_the_forms_of_top_officials_have_a_perspective(paper):
    told = of_form(paper, PlanForm.TOP_QUANTITATIVE)
    assert told["parts"][0]["rows"][0][-1] == "Anggaran"
    assert "PIMPINAN TINGGI" in told["whom"]
    assert "Perspektif: Anggaran" in of_form(paper, PlanForm.TOP_QUALITATIVE)["parts"][0]["rows"][0][1]


@pytest.mark.parametrize("form", PlanForm)
def test_every_form_is_set_as_an_archivable_paper(paper, form):
    paper.plan.form = form
    content = performance_plan_paper(paper)
    assert b"<pdfaid:part>2</pdfaid:part>" in content
    assert content == performance_plan_paper(paper)


def test_both_names_and_dates_stand_below_and_who_stood_in(paper, rina):
    told = performance_plan_data(paper)
    assert told["draft"] == ""
    assert [each["told"] for each in told["signers"]] == ["Diajukan 22 November 2026", "Ditetapkan 22 November 2026"]
    paper.plan.agreed_by = rina
    assert performance_plan_data(paper)["signers"][1]["told"].endswith("oleh Rina Lestari")


def test_what_is_not_agreed_says_so_and_nobody_stands_below(paper):
    plan = paper.plan
    plan.state, plan.agreed_at, plan.agreed_by, plan.rater = PlanState.DRAFT, None, None, None
    told = performance_plan_data(replace(paper, rater_post=None))
    assert told["draft"] == "Belum ditetapkan: Rancangan"
    assert told["signers"][1]["name"] == "–"
    assert performance_plan_paper(replace(paper, rater_post=None)).startswith(b"%PDF")
