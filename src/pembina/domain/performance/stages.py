"""Who sees which part of an appraisal at which stage: one table, read by queries and pages alike.

The person sees nothing of the rating before the document is delivered, and then everything. Human resources and
auditors watch over the course of it; what was written for the person is not for auditors.
"""

from collections.abc import Mapping
from enum import StrEnum

from pembina.domain.performance.appraisal_enums import AppraisalState


class Viewer(StrEnum):
    """In what capacity somebody looks. Whoever is the person rated is that before anything else."""

    PERSON = "person"
    RATER = "rater"
    SUPERIOR = "superior"
    HUMAN_RESOURCES = "human_resources"
    AUDITOR = "auditor"


class Part(StrEnum):
    """A part of an appraisal."""

    SNAPSHOT = "snapshot"
    RATINGS = "ratings"
    NOTES = "notes"
    PREDICATE = "predicate"


class Stage(StrEnum):
    """What of its course matters for seeing."""

    EXEMPT = "exempt"
    NEW = "new"
    DRAFT = "draft"
    SIGNED = "signed"
    DELIVERED = "delivered"


Parts = frozenset[Part]
NOTHING_YET: Parts = frozenset({Part.SNAPSHOT})
EVERYTHING: Parts = frozenset(Part)
COURSE: Parts = frozenset({Part.SNAPSHOT, Part.PREDICATE})
WITHOUT_NOTES: Parts = frozenset({Part.SNAPSHOT, Part.RATINGS, Part.PREDICATE})

PERSON, RATER, SUPERIOR = Viewer.PERSON, Viewer.RATER, Viewer.SUPERIOR
STAFFING, AUDITOR = Viewer.HUMAN_RESOURCES, Viewer.AUDITOR
SEEN: Mapping[Stage, Mapping[Viewer, Parts]] = {
    Stage.EXEMPT: dict.fromkeys(Viewer, NOTHING_YET),
    Stage.NEW: dict.fromkeys(Viewer, NOTHING_YET),
    Stage.DRAFT: {
        PERSON: NOTHING_YET, RATER: EVERYTHING, SUPERIOR: NOTHING_YET, STAFFING: NOTHING_YET, AUDITOR: NOTHING_YET,
    },
    Stage.SIGNED: {
        PERSON: NOTHING_YET, RATER: EVERYTHING, SUPERIOR: EVERYTHING, STAFFING: COURSE, AUDITOR: COURSE,
    },
    Stage.DELIVERED: {
        PERSON: EVERYTHING, RATER: EVERYTHING, SUPERIOR: EVERYTHING, STAFFING: EVERYTHING, AUDITOR: WITHOUT_NOTES,
    },
}  # fmt: skip

_STAGES = {
    AppraisalState.EXEMPT: Stage.EXEMPT,
    AppraisalState.NEW: Stage.NEW,
    AppraisalState.DRAFT: Stage.DRAFT,
    AppraisalState.SIGNED: Stage.SIGNED,
}


def stage_of(state: str) -> Stage:
    """Return the stage of a state; whatever follows delivery is delivered."""
    return _STAGES.get(AppraisalState(state), Stage.DELIVERED)


def parts_seen(state: str, viewer: Viewer) -> Parts:
    """Return which parts a viewer sees of an appraisal in a state."""
    return SEEN[stage_of(state)][viewer]


def states_showing(part: Part, viewer: Viewer) -> list[AppraisalState]:
    """Return the states in which a viewer sees a part."""
    return [state for state in AppraisalState if part in parts_seen(state, viewer)]
