"""By when a complaint, a suggestion or praise is answered, in working days from receipt."""

from pembina.core.rules.complaint_deadlines.formula import (
    Certainty,
    Deadline,
    Severity,
    SeverityRule,
    Window,
    complaint_deadline,
    contact_retention,
    reopening_window,
    severities,
)
from pembina.core.rules.dated import NotInForceError

__all__ = [
    "Certainty",
    "Deadline",
    "NotInForceError",
    "Severity",
    "SeverityRule",
    "Window",
    "complaint_deadline",
    "contact_retention",
    "reopening_window",
    "severities",
]
