"""Templates of plans are made, worded anew, retired, given to many people at once, and taken back while drafts."""

from collections.abc import Iterator
from datetime import datetime

from django.db.models import QuerySet

from pembina.core.text import Text
from pembina.domain.access.audit import Known, Touched, local_date, one_event, record, record_many
from pembina.domain.access.models import User
from pembina.domain.access.refusals import RefusedError
from pembina.domain.people.models import Assignment, Person
from pembina.domain.performance.enums import PlanForm, PlanState
from pembina.domain.performance.models import Goal, GoalTemplate, Indicator, PerformancePlan, TemplateUse
from pembina.domain.performance.plan_duty import span_of
from pembina.domain.performance.queries.board import BoardState, posts_planned
from pembina.domain.performance.queries.templates import given_to
from pembina.domain.performance.template_content import kept, parts_of_text, told

AT_A_TIME = 500


class NobodyLeftError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Tidak ada pegawai yang belum mempunyai SKP.", en="Nobody is left without a plan."),
            Text(id="Ubah saringannya.", en="Change the filter."),
        )


class UseUndoneError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(id="Pembagian ini sudah diurungkan.", en="This was taken back already."),
            Text(id="Bagikan templatnya lagi bila perlu.", en="Give the template again where needed."),
        )


def make_goal_template(*, title: str, position: str, form: PlanForm, text: str, by: User, at: datetime) -> GoalTemplate:
    """Keep a template; raises what `template_content` refuses."""
    content = kept(parts_of_text(text))
    with one_event():
        made = GoalTemplate.objects.create(
            title=title.strip(), position=position.strip(), form=form, content=content, made_by=by, made_at=at
        )
        record("make_goal_template", on=made, by=by, at=at, changes={"title": ("", made.title)}, created=True)
    return made


def edit_goal_template(
    *, template: GoalTemplate, title: str, position: str, form: PlanForm, text: str, by: User, at: datetime
) -> None:
    """Word a template anew; plans that were made from it stay as they are."""
    content = kept(parts_of_text(text))
    with one_event():
        was = template.title
        template.title, template.position, template.form = title.strip(), position.strip(), form
        template.content = content
        template.save(update_fields=["title", "position", "form", "content"])
        record("edit_goal_template", on=template, by=by, at=at, changes={"title": (was, template.title)})


def retire_goal_template(*, template: GoalTemplate, by: User, at: datetime) -> None:
    """Offer a template no more."""
    with one_event():
        template.retired_at = at
        template.save(update_fields=["retired_at"])
        record("retire_goal_template", on=template, by=by, at=at, changes={"retired_at": ("", at.isoformat())})


def give_goal_template(
    *, template: GoalTemplate, people: QuerySet[Person], year: int, by: User, at: datetime
) -> TemplateUse:
    """Note who of `people` has no plan of the year and will get a draft; raises ``NobodyLeftError``.

    `continue_giving` makes the drafts, at once or, where they are many, in the background.
    """
    with one_event():
        getting, having = given_to(people, actor=by, year=year, on=local_date(at))
        numbers = list(getting.values_list("pk", flat=True))
        if not numbers:
            raise NobodyLeftError
        use = TemplateUse.objects.create(
            template=template, year=year, waiting=numbers, skipped=having.count(), made_by=by, made_at=at
        )
        changes = {"people": ("", str(len(numbers)))}
        record("give_goal_template", on=use, by=by, at=at, changes=changes, created=True)
    return use


def continue_giving(*, use: TemplateUse, at: datetime) -> bool:
    """Make the next drafts, at most `AT_A_TIME`, for those who still have no plan; say whether others wait.

    What was taken back in the meantime is not gone on with. Done twice, it makes nothing twice.
    """
    with one_event():
        held = TemplateUse.objects.select_for_update(of=("self",)).select_related("template", "made_by").get(pk=use.pk)
        now, later = held.waiting[:AT_A_TIME], held.waiting[AT_A_TIME:]
        if held.undone_at is not None or not now:
            return False
        everybody = posts_planned(Person.objects.all(), year=held.year, on=local_date(at))
        free = everybody.filter(pk__in=now, standing=BoardState.NONE).select_related("person")
        plans = _drafts(held, list(free), held.made_by, at)
        held.waiting, held.made, held.skipped = later, held.made + len(plans), held.skipped + len(now) - len(plans)
        held.save(update_fields=["waiting", "made", "skipped"])
        record_many("begin_from_template", subjects=_touched(plans, ""), by=held.made_by, at=at)
    return bool(later)


def undo_template_use(*, use: TemplateUse, by: User, at: datetime) -> int:
    """Drop the drafts that nobody has proposed yet; return how many. Raises ``UseUndoneError``."""
    with one_event():
        held = TemplateUse.objects.select_for_update().get(pk=use.pk)
        if held.undone_at is not None:
            raise UseUndoneError
        plans = list(held.plans.filter(state=PlanState.DRAFT).select_related("person"))
        held.plans.filter(state=PlanState.DRAFT).update(state=PlanState.DROPPED)
        held.undone_by, held.undone_at, held.waiting = by, at, []
        held.save(update_fields=["undone_by", "undone_at", "waiting"])
        record_many("drop_given_plan", subjects=_touched(plans, PlanState.DRAFT.value), by=by, at=at)
        record("undo_template_use", on=held, by=by, at=at, changes={"people": ("", str(len(plans)))})
    return len(plans)


def _drafts(use: TemplateUse, posts: list[Assignment], by: User, at: datetime) -> list[PerformancePlan]:
    plans = PerformancePlan.objects.bulk_create(_draft(use, post, by, at) for post in posts)
    parts = told(use.template.content)
    goals = Goal.objects.bulk_create(
        Goal(plan=plan, position=place, **part[0].fields) for plan in plans for place, part in enumerate(parts, start=1)
    )
    Indicator.objects.bulk_create(
        Indicator(goal=goal, position=place, **one.fields)
        for goal in goals
        for place, one in enumerate(parts[goal.position - 1][1], start=1)
    )
    return plans


def _draft(use: TemplateUse, post: Assignment, by: User, at: datetime) -> PerformancePlan:
    first, last = span_of(post, use.year)
    return PerformancePlan(
        person=post.person, assignment=post, year=use.year, starts_on=first, ends_on=last, form=use.template.form,
        made_by=by, made_at=at, given=use,
    )  # fmt: skip


def _touched(plans: list[PerformancePlan], before: str) -> Iterator[Touched]:
    for plan in plans:
        state = PlanState.DROPPED.value if before else PlanState.DRAFT.value
        known = Known(PerformancePlan, plan.pk, str(plan), plan.person.nip)
        yield Touched(known, {"state": (before, state)}, created=not before)
