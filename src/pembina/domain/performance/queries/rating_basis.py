"""What a rater has before the eyes: how the results came out, what was said, and which line of the guidance fits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from pembina.core.rules.appraisal_rating import FeedbackTally, Outcome, Rating, RatingHint, results_hint
from pembina.core.rules.goal_progress import GoalState
from pembina.domain.access.audit import local_date
from pembina.domain.access.models import User
from pembina.domain.performance.appraisal_feedback import notes_of_period
from pembina.domain.performance.enums import GoalKind
from pembina.domain.performance.models import Appraisal, Feedback, Goal, Indicator
from pembina.domain.performance.queries.feedback import feedback_tally, notes_read_by, with_people
from pembina.domain.performance.queries.progress import IndicatorStanding, standings_of

LATEST_NOTES = 5


@dataclass(frozen=True, slots=True)
class RatingBasis:
    """What the hint on the rating of results rests on; nothing of it is a rating.

    Attributes
    ----------
    hint : None where no result can be judged from figures
    counted, uncounted : results judged from figures, and those that people judge
    """

    hint: RatingHint | None
    counted: tuple[tuple[Goal, Rating], ...]
    uncounted: tuple[Goal, ...]
    tally: FeedbackTally | None
    notes: tuple[Feedback, ...]


def rating_basis(appraisal: Appraisal, *, actor: User, at: datetime) -> RatingBasis:
    """Return the basis of one appraisal, in constant queries; of the notes those that `actor` may read."""
    period, plan = appraisal.period, appraisal.plan_id
    indicators = Indicator.objects.filter(goal__plan=plan) if plan else Indicator.objects.none()
    listed = list(indicators.select_related("goal__plan", "service"))
    standings = standings_of(listed, at=at)
    goals = Goal.objects.filter(plan=plan) if plan else Goal.objects.none()
    counted, uncounted = list[tuple[Goal, Rating]](), list[Goal]()
    for goal in goals:
        found = _rating_of([standings[one.pk] for one in listed if one.goal_id == goal.pk])
        if found is None:
            uncounted.append(goal)
        else:
            counted.append((goal, found))
    tally = feedback_tally(appraisal.person, first=period.starts_on, last=period.ends_on)
    outcomes = [Outcome(rating, goal.kind == GoalKind.MAIN) for goal, rating in counted]
    hint = results_hint(outcomes=outcomes, feedback=tally, on=local_date(at)) if outcomes else None
    readable = notes_of_period(appraisal).filter(pk__in=notes_read_by(actor, on=local_date(at)).values("pk"))
    notes = tuple(with_people(readable)[:LATEST_NOTES])
    return RatingBasis(hint, tuple(counted), tuple(uncounted), tally, notes)


def _rating_of(standings: Sequence[IndicatorStanding]) -> Rating | None:
    """Return how a result came out by its figures; None where one of them is missing or stands in words."""
    states = [each.state for each in standings]
    if not states or any(state not in RATED for state in states):
        return None
    if GoalState.BELOW in states:
        return Rating.BELOW
    return Rating.ABOVE if all(state is GoalState.ABOVE for state in states) else Rating.AS_EXPECTED


RATED = (GoalState.ABOVE, GoalState.MET, GoalState.BELOW)
