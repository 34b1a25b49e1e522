"""One thing that keeps a design from being locked."""

from dataclasses import dataclass

from pembina.core.text import Text


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One reason; `step` is where it is put right: a step of the wizard, the waves of the programme, or the joint
    evaluation.
    """

    code: str
    step: str
    message: Text
    remedy: Text
