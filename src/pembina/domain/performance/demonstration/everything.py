"""All that the demonstration shows of performance, in the order in which it came about."""

from datetime import date, datetime

from pembina.domain.performance.demonstration.appraised import load_demo_appraisals
from pembina.domain.performance.demonstration.effort import load_demo_effort
from pembina.domain.performance.demonstration.feedback import load_demo_feedback
from pembina.domain.performance.demonstration.plans import load_demo_plans
from pembina.domain.performance.demonstration.results import load_demo_results


def load_demo_performance(*, on: date, at: datetime) -> None:
    """Write results of last year, plans of this year, a year of feedback, appraisals and effort; each once."""
    load_demo_results(on=on, at=at)
    load_demo_plans(on=on, at=at)
    load_demo_feedback(on=on, at=at)
    load_demo_appraisals(on=on, at=at)
    load_demo_effort(on=on, at=at)
