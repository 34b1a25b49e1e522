"""The manual of indicators (A.1.3): offered to top officials, written in a draft, carried over, frozen once agreed."""

from datetime import date

import pytest
from django.urls import reverse

from pembina.domain.access.audit import events_on
from pembina.domain.performance.enums import PlanForm, PlanState
from pembina.domain.performance.manual_refusals import ManualElsewhereError, ManualIncompleteError
from pembina.domain.performance.models import IndicatorManual, PerformancePlan
from pembina.domain.performance.operations.content_copies import _copy_content
from pembina.domain.performance.operations.manuals import ManualTold, write_manual
from pembina.domain.performance.plan_refusals import NotYourExpectationsError, PlanStepError
from pembina.domain.performance.queries.plans import with_content
from pembina.exchange.papers.indicator_manuals import manuals_form
from pembina.exchange.papers.official_form import official_form, official_form_data

SAID = {"aim": "Izin cepat", "definition": "Izin #strong[terbit]", "formula": "tepat / semua", "control": "output_low",
        "reporting": "quarter"}  # fmt: skip
pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def indicator(performing):
    """Return the indicator of Budi's draft on the quantitative form of top officials."""
    return performing.full_plan(performing.of_budi, form=PlanForm.TOP_QUANTITATIVE).goals.get().indicators.get()


@pytest.fixture
def write(performing, indicator):
    """Return a function that lets Budi, or somebody else, write a manual."""

    def told(by=None, **said):
        write_manual(indicator=indicator, told=ManualTold(**said), by=by or performing.budi, at=performing.at)

    return told


def test_budi_writes_it_reads_it_and_takes_it_out(performing, indicator, visit):
    budi, plan = visit(performing.budi), indicator.goal.plan
    address = reverse("goals:manual", args=[plan.pk, indicator.pk])
    assert address in budi.get(reverse("goals:show", args=[plan.pk])).text
    refused = budi.post(address, SAID | {"formula": ""})
    assert (refused.status_code, "belum lengkap" in refused.text) == (422, True)
    assert budi.post(address, SAID).status_code == 302
    shown = budi.get(reverse("goals:show", args=[plan.pk])).text
    assert "Output kendali rendah" in shown
    assert "Izin #strong[terbit]" in budi.get(address).text
    budi.post(address, dict.fromkeys(SAID, ""))
    assert not IndicatorManual.objects.exists()
    assert events_on(plan).filter(operation="write_manual").count() == 2


@pytest.mark.parametrize("missing", SAID)
def test_each_part_is_needed_and_the_formula_only_where_results_are_measured(indicator, write, missing):
    with pytest.raises(ManualIncompleteError):
        write(**SAID | {missing: " "})
    PerformancePlan.objects.update(form=PlanForm.TOP_QUALITATIVE)
    if missing == "formula":
        write(**SAID | {missing: ""})
        assert indicator.manual.formula == ""


def test_what_is_agreed_is_frozen_and_others_do_not_write(performing, indicator, write, visit):
    with pytest.raises(NotYourExpectationsError):
        write(by=performing.sari, **SAID)
    with pytest.raises(ManualIncompleteError):
        write(**SAID | {"control": "somewhere"})
    PerformancePlan.objects.update(state=PlanState.PROPOSED, proposed_at=performing.at)
    with pytest.raises(PlanStepError):
        write(**SAID)
    plan = indicator.goal.plan
    assert visit(performing.sari).get(reverse("goals:manual", args=[plan.pk, indicator.pk])).status_code == 404


def test_it_is_for_top_officials_only(performing, indicator, write, visit):
    PerformancePlan.objects.update(form=PlanForm.QUANTITATIVE)
    with pytest.raises(ManualElsewhereError):
        write(**SAID)
    plan, budi = indicator.goal.plan, visit(performing.budi)
    assert budi.get(reverse("goals:manual", args=[plan.pk, indicator.pk])).status_code == 404
    assert budi.get(reverse("goals:manuals_paper", args=[plan.pk])).status_code == 404
    assert "manual" not in budi.get(reverse("goals:show", args=[plan.pk])).text.lower()


@pytest.mark.parametrize(("form", "copies"), [(PlanForm.TOP_QUALITATIVE, 1), (PlanForm.QUANTITATIVE, 0)])
def test_a_copy_carries_it_over(performing, indicator, write, form, copies):
    write(**SAID)
    performing.indicator(indicator.goal, "Tanpa manual")
    into = performing.plan(performing.of_budi, form=form, year=performing.today.year + 1)
    _copy_content(indicator.goal.plan, into, as_version=False)
    carried = IndicatorManual.objects.filter(indicator__goal__plan=into)
    assert [one.definition for one in carried] == [SAID["definition"]] * copies
    assert all(one.indicator.words == indicator.words for one in carried)


def test_the_paper_ticks_what_holds_and_names_what_is_not_written(performing, indicator, write, visit):
    write(**SAID)
    performing.indicator(indicator.goal, "Tanpa manual")
    plan = with_content(PerformancePlan.objects.filter(pk=indicator.goal.plan_id)).get()
    form = manuals_form(plan, government="Pemerintah Contoh", written_on=date(2026, 11, 23))
    told = official_form_data(form)
    assert told["format"] == "FORMAT A.1.3"
    said = dict(told["sections"][0]["rows"])
    assert "( X ) Triwulanan" in said["PERIODE PELAPORAN"]
    assert said["KUALITAS DAN TINGKAT KENDALI"].count("X") == 1
    assert told["sections"][1]["remark"] == "Manual belum ditulis"
    assert official_form(form).startswith(b"%PDF-")
    answer = visit(performing.budi).get(reverse("goals:manuals_paper", args=[plan.pk]))
    assert answer.headers["Content-Type"] == "application/pdf"
