"""What a joint evaluation can say, and what it cannot."""

from pembina.core.text import Text
from pembina.domain.impact.models import Evaluation

JOINT_EFFECT, JOINED_ELSEWHERE = "joint_effect", "joined_elsewhere"
FIRST_OF_TWO = Text(
    id="Mulai tiap unit adalah yang lebih dahulu dari kedua programnya; urutan itu tidak diundi bersama.",
    en="A unit begins with the first of its two programmes; that order was not drawn together.",
)


def joint_notes(evaluation: Evaluation) -> list[tuple[str, Text]]:
    """Return what a reader of a result must know where two programmes meet, as code and sentence; names nobody."""
    if evaluation.is_joint:
        return [(JOINT_EFFECT, _joint_effect(evaluation))]
    joint = evaluation.joint
    return [(JOINED_ELSEWHERE, _elsewhere(evaluation, joint))] if joint is not None else []


def _joint_effect(evaluation: Evaluation) -> Text:
    first, second = (programme.title for programme in evaluation.programmes)
    return Text(
        id=f"Yang dinilai adalah dampak {first} dan {second} bersama-sama, sejak yang pertama mulai pada tiap unit. "
        "Bagian masing-masing program tidak dapat dikatakan.",
        en=f"What is judged is the effect of {first} and {second} together, since the first began in each unit. The "
        "part of either programme cannot be told.",
    )


def _elsewhere(evaluation: Evaluation, joint: Evaluation) -> Text:
    title = next(
        (one.title for one in joint.programmes if one.pk != evaluation.programme_id), joint.programme.title
    )  # fmt: skip
    return Text(
        id=f"Program {title} mulai pada unit yang sama: dampak yang tampak di sini dapat berasal dari keduanya. "
        f"Keduanya dinilai bersama dalam \u201c{joint.title}\u201d.",
        en=f"The programme {title} begins in the same units: the effect seen here may come from both. They are judged "
        f"together in \u201c{joint.title}\u201d.",
    )
