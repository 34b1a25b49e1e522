"""Rina makes a template, sees who would get it, gives it and takes it back."""

import pytest
from django.urls import reverse

from pembina.domain.performance.enums import PlanForm, PlanState
from pembina.domain.performance.models import GoalTemplate, PerformancePlan, TemplateUse

pytestmark = pytest.mark.django_db


def at(name, *args):
    return reverse(f"goals:{name}", args=args)


def said(**more):
    text = "Berkas rapi | Berkas diperiksa | kuantitas | 100 | berkas | naik"
    return {"title": "Penata", "position": "Penata", "form": PlanForm.QUANTITATIVE, "text": text} | more


def test_from_an_agreed_plan_to_drafts_and_back(performing, visit):
    plan, rina = performing.full_plan(state=PlanState.AGREED), visit(performing.rina)
    assert f"?skp={plan.pk}" in rina.get(at("show", plan.pk)).text
    assert "Berkas diperiksa pada hari yang sama" in rina.get(at("template_new"), {"skp": plan.pk}).text
    rina.post(at("template_new"), said())
    template = GoalTemplate.objects.get()
    preview = rina.get(at("template_give", template.pk)).text
    assert performing.tono.name in preview
    assert "Dilewati: sudah mempunyai SKP (1)" in preview
    asked = f"{at('template_give', template.pk)}?position=Penata&unit=&position_kind=&year={performing.today.year}"
    rina.post(asked)
    use = TemplateUse.objects.get()
    assert (use.made, use.skipped) == (1, 1)
    assert "Urungkan" in rina.get(at("templates")).text
    rina.post(at("template_undo", use.pk))
    assert PerformancePlan.objects.get(given=use).state == PlanState.DROPPED
    rina.post(at("template_retire", template.pk))
    assert rina.get(at("template_edit", template.pk)).status_code == 404


def test_a_line_that_cannot_be_read_is_named(performing, visit):
    rina = visit(performing.rina)
    page = rina.post(at("template_new"), said(text="Hanya hasil"))
    assert page.status_code == 422
    assert "Baris 1 tidak dapat dibaca" in page.text


def test_a_filter_that_leaves_nobody_says_so(performing, visit):
    rina = visit(performing.rina)
    rina.post(at("template_new"), said())
    template = GoalTemplate.objects.get()
    told = {"position": "zzz", "year": performing.today.year}
    assert "Tidak ada yang menerima" in rina.get(at("template_give", template.pk), told).text
    assert rina.get(at("template_give", template.pk), {"year": "x"}).status_code == 302


def test_templates_are_for_human_resources(performing, visit):
    assert visit(performing.budi).get(at("templates")).status_code == 404


def test_all_who_are_skipped_can_be_read_page_by_page(performing, visit):
    rina = visit(performing.rina)
    rina.post(at("template_new"), said())
    template = GoalTemplate.objects.get()
    for person in performing.crowd(30):
        performing.plan(person, year=performing.today.year)
    page = rina.get(at("template_give", template.pk), {"position": "Penata", "year": performing.today.year}).text
    assert "Dilewati: sudah mempunyai SKP (30)" in page
    assert "having=2" in page
    second = rina.get(at("template_give", template.pk), {"year": performing.today.year, "having": "2"}).text
    listed = [f"Staf {number:05}" for number in range(100) if f"Staf {number:05}" in page + second]
    assert len(listed) == 30
