"""What follows a training at work: the days of the checks, the window for behaviour, the scale of ratings."""

from pembina.core.rules.dated import NotInForceError
from pembina.core.rules.training_follow_up.formula import (
    FollowUp,
    ScaleWord,
    Window,
    behaviour_window,
    follow_up,
    months_later,
    rating_window,
)

__all__ = [
    "FollowUp",
    "NotInForceError",
    "ScaleWord",
    "Window",
    "behaviour_window",
    "follow_up",
    "months_later",
    "rating_window",
]
