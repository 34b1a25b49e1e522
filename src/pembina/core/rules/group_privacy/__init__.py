"""The minimum group of upward and peer answers: nothing shown, added or subtracted, gets at fewer than four raters."""

from pembina.core.rules.dated import NotInForceError
from pembina.core.rules.group_privacy.averages import ShownAverage, shown_average, together
from pembina.core.rules.group_privacy.parts import Part, Path
from pembina.core.rules.group_privacy.refusals import Refusal, UnusableAnswersError
from pembina.core.rules.group_privacy.release import Batch, Release, batches_within, next_release

__all__ = [
    "Batch",
    "NotInForceError",
    "Part",
    "Path",
    "Refusal",
    "Release",
    "ShownAverage",
    "UnusableAnswersError",
    "batches_within",
    "next_release",
    "shown_average",
    "together",
]
