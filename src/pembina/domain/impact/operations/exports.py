"""What is taken along of an evaluation is written down: files of a run, the locked design, the decision paper."""

from datetime import datetime

from pembina.domain.access.audit import one_event, record
from pembina.domain.access.models import User
from pembina.domain.impact.models import Decision, EvaluationDesign, EvaluationRun


def note_run_export(*, run: EvaluationRun, file: str, by: User, at: datetime) -> None:
    """Write down who took which file of a run along."""
    with one_event():
        record("export_run", on=run, by=by, at=at, changes={"file": ("", file)})


def note_design_export(*, design: EvaluationDesign, file: str, by: User, at: datetime) -> None:
    """Write down who took the locked text of a design along."""
    with one_event():
        record("export_design", on=design, by=by, at=at, changes={"file": ("", file)})


def note_paper_export(*, decision: Decision, file: str, by: User, at: datetime) -> None:
    """Write down who took the paper of a decision along, with the names on it."""
    with one_event():
        record("export_decision_paper", on=decision, by=by, at=at, changes={"file": ("", file)})
