"""A template is written line by line, given to whoever has no plan yet, and taken back while nobody proposed."""

from decimal import Decimal
from types import SimpleNamespace

import pytest

from pembina.domain.access.audit import events_on
from pembina.domain.people.models import Person
from pembina.domain.performance import giving
from pembina.domain.performance.enums import PlanForm, PlanState
from pembina.domain.performance.giving import give_now_or_later
from pembina.domain.performance.models import GoalTemplate, PerformancePlan
from pembina.domain.performance.operations.templates import (
    NobodyLeftError,
    UseUndoneError,
    continue_giving,
    edit_goal_template,
    give_goal_template,
    make_goal_template,
    retire_goal_template,
    undo_template_use,
)
from pembina.domain.performance.plan_refusals import MeasureIncompleteError
from pembina.domain.performance.template_content import (
    EmptyTemplateError,
    TemplateLineError,
    kept,
    parts_of_plan,
    parts_of_text,
    text_of_parts,
    told,
)

pytestmark = pytest.mark.django_db
TEXT = """Berkas rapi | Berkas diperiksa | kuantitas, kualitas | 1.200,5 | berkas | naik
Berkas rapi | Waktu periksa | waktu | 2 | hari | turun

Arsip tertata | Arsip tersedia | | Selesai Juni"""


def made(performing, **more):
    said = {"title": "Penata", "position": "Penata", "form": PlanForm.QUANTITATIVE, "text": TEXT}
    return make_goal_template(**said | more, by=performing.rina, at=performing.at)


def give(performing, template):
    told = {"people": Person.objects.all(), "year": 2026, "by": performing.rina, "at": performing.at}
    use = give_goal_template(template=template, **told)
    while continue_giving(use=use, at=performing.at):
        pass
    use.refresh_from_db()
    return use


def test_lines_are_read_and_written_again():
    parts = parts_of_text(TEXT)
    assert [(goal.words, len(some)) for goal, some in parts] == [("Berkas rapi", 2), ("Arsip tertata", 1)]
    first = parts[0][1][0]
    assert (first.target, first.aspects, first.direction) == (Decimal("1200.5"), ("quantity", "quality"), "higher")
    assert parts_of_text(text_of_parts(parts)) == parts
    assert told(kept(parts)) == parts


@pytest.mark.parametrize(
    ("text", "refused"),
    [
        ("", EmptyTemplateError),
        ("Hasil saja", TemplateLineError),
        (" | Indikator", TemplateLineError),
        ("A | B | mutu | 3 | hari | turun", TemplateLineError),
        ("A | B | waktu | tiga | hari | turun", TemplateLineError),
        ("A | B | waktu | 3 | hari | miring", TemplateLineError),
        ("A | B | waktu | 3 | hari", MeasureIncompleteError),
        ("\n".join(f"{n} | B | | x" for n in range(16)), EmptyTemplateError),
    ],
)
def test_what_cannot_be_read_is_named(text, refused):
    with pytest.raises(refused):
        parts_of_text(text)


def test_a_template_from_an_agreed_plan_reports_what_a_service_told(performing):
    goal = performing.goal(performing.plan(state=PlanState.AGREED))
    performing.reads(goal, performing.service())
    ((_goal, (one,)),) = parts_of_plan(goal.plan)
    assert (one.source, one.service, one.unit) == ("reported", None, "hari kerja")


def test_everybody_without_a_plan_gets_a_draft_of_their_own(performing):
    performing.full_plan(state=PlanState.RETURNED)
    use = give(performing, made(performing))
    assert (use.made, use.skipped) == (3, 1)
    plan = PerformancePlan.objects.get(person=performing.tono)
    assert (plan.state, plan.given, plan.goals.count()) == (PlanState.DRAFT, use, 2)
    assert plan.goals.first().indicators.count() == 2
    assert events_on(plan).get().concerns == performing.tono.nip
    with pytest.raises(NobodyLeftError):
        give(performing, use.template)


def test_only_drafts_are_taken_back(performing):
    use = give(performing, made(performing))
    PerformancePlan.objects.filter(person=performing.tono).update(state=PlanState.PROPOSED, proposed_at=performing.at)
    assert undo_template_use(use=use, by=performing.rina, at=performing.at) == 3
    assert set(use.plans.values_list("state", flat=True)) == {PlanState.DROPPED, PlanState.PROPOSED}
    with pytest.raises(UseUndoneError):
        undo_template_use(use=use, by=performing.rina, at=performing.at)


def test_who_does_not_keep_the_staff_gives_nothing(performing):
    template = made(performing)
    with pytest.raises(NobodyLeftError):
        give_goal_template(
            template=template, people=Person.objects.all(), year=2026, by=performing.budi, at=performing.at
        )


def test_a_template_is_worded_anew_and_retired(performing):
    template = made(performing)
    said = {"title": "Baru", "position": "", "form": PlanForm.QUALITATIVE, "text": "A | B | | C"}
    edit_goal_template(template=template, **said, by=performing.rina, at=performing.at)
    retire_goal_template(template=template, by=performing.rina, at=performing.at)
    kept_one = GoalTemplate.objects.get()
    assert (kept_one.title, len(kept_one.content), kept_one.retired_at) == ("Baru", 1, performing.at)


def test_who_began_a_plan_in_the_meantime_is_skipped_and_what_was_undone_ends(performing):
    template = made(performing)
    told = {"people": Person.objects.all(), "year": 2026, "by": performing.rina, "at": performing.at}
    use = give_goal_template(template=template, **told)
    performing.plan(performing.tono)
    assert give_now_or_later(use, at=performing.at) is True
    assert (use.made, use.skipped, use.waiting) == (3, 1, [])
    PerformancePlan.objects.filter(given=use).update(state=PlanState.DROPPED)
    again = give_goal_template(template=template, **told)
    undo_template_use(use=again, by=performing.rina, at=performing.at)
    assert continue_giving(use=again, at=performing.at) is False
    assert again.plans.count() == 0


def test_many_are_left_to_the_worker(performing, monkeypatch):
    queued, worker = [], giving.give_in_background
    monkeypatch.setattr(giving, "give_in_background", SimpleNamespace(enqueue=queued.append))
    monkeypatch.setattr(giving, "AT_ONCE", 2)
    told = {"people": Person.objects.all(), "year": 2026, "by": performing.rina, "at": performing.at}
    use = give_goal_template(template=made(performing), **told)
    assert give_now_or_later(use, at=performing.at) is False
    assert queued == [use.pk]
    worker.call(use.pk)
    use.refresh_from_db()
    assert use.made == 4


def test_many_people_cost_few_queries(performing, django_assert_max_num_queries):
    performing.crowd(1_100)
    with django_assert_max_num_queries(200):
        assert give(performing, made(performing)).made == 1_104
