"""What was decided on each evaluation of the demonstration, signed, told to citizens, and to be done."""

from datetime import timedelta
from decimal import Decimal

from pembina.domain.development.models import Programme
from pembina.domain.impact.decision_content import DecisionTold
from pembina.domain.impact.demonstration.courses import Course
from pembina.domain.impact.demonstration.designs import Days, People
from pembina.domain.impact.enums import TaskState
from pembina.domain.impact.models import Decision, EvaluationRun
from pembina.domain.impact.operations.decisions import decide_programme, sign_decision
from pembina.domain.impact.operations.publications import publish_decision
from pembina.domain.impact.operations.tasks import end_task, put_proposed_tasks
from pembina.domain.impact.proposals import open_proposals

DECIDED, SIGNED, NOTED, PUBLISHED, ENDED = -6, -5, -4, -3, -1
REVIEWED = 180
SPENT = Decimal("0.72")


def write_decision(course: Course, run: EvaluationRun, people: People, days: Days) -> Decision:
    """Write the decision on one evaluation with all that followed."""
    programme = run.evaluation.programme
    told = DecisionTold(
        action=course.action, review_on=days.on + timedelta(days=REVIEWED), reason=course.reason,
        spent=_spent(programme),
    )  # fmt: skip
    decision = decide_programme(run=run, told=told, by=people.head, at=days.noon(DECIDED))
    _sign(course, decision, people, days)
    _note_tasks(course, decision, people, days)
    if course.message is not None:
        publish_decision(decision=decision, by=people.evaluator, at=days.noon(PUBLISHED), message=course.message)
    return decision


def _spent(programme: Programme) -> Decimal:
    return ((programme.budget or Decimal(0)) * SPENT).quantize(Decimal(1))


def _sign(course: Course, decision: Decision, people: People, days: Days) -> None:
    at = days.noon(SIGNED)
    sign_decision(
        decision=decision, agrees=not course.dissent, dissent=course.dissent, by=people.evaluator,
        at=at - timedelta(hours=2),
    )  # fmt: skip
    sign_decision(decision=decision, agrees=True, by=people.owner, at=at - timedelta(hours=1))
    if not course.unsigned:
        sign_decision(decision=decision, agrees=True, by=people.head, at=at)


def _note_tasks(course: Course, decision: Decision, people: People, days: Days) -> None:
    noted = put_proposed_tasks(
        decision=decision, owner=decision.evaluation.programme.owner, proposals=open_proposals(decision, ()),
        by=people.evaluator, at=days.noon(NOTED),
    )  # fmt: skip
    if course.closed and noted:
        end_task(
            task=noted[-1], state=TaskState.DONE, note="Diumumkan di halaman program berhasil.", by=people.owner,
            at=days.noon(ENDED),
        )  # fmt: skip
