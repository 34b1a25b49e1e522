"""The pure parts of development programmes: gains, attendance codes, wave orders, cover, clashes and series."""

from pembina.core.learning.attendance_code import (
    CodeState,
    ShownSpan,
    UnusableSessionError,
    Verdict,
    code_at,
    next_change,
    typed,
    verify,
)
from pembina.core.learning.clashes import Clash, Span, UnusableSpanError, clashes, clashes_with
from pembina.core.learning.cover import CoverGap, UnusableCoverError, allowed_away, cover_gaps
from pembina.core.learning.gain import BatchGain, PersonGain, Scores, UnusableScoresError, batch_gain, person_gain
from pembina.core.learning.paired import PairedDifference, paired_difference
from pembina.core.learning.refused import NaiveMomentError, RefusedInputError
from pembina.core.learning.series import (
    LAST,
    USUAL_WEEK,
    Monthly,
    OnSkip,
    SeriesDay,
    SeriesDays,
    SeriesRule,
    UnusableSeriesError,
    Weekly,
    described,
    series_days,
)
from pembina.core.learning.wave_order import UnusableDrawError, draw_key, wave_order

__all__ = [
    "LAST",
    "USUAL_WEEK",
    "BatchGain",
    "Clash",
    "CodeState",
    "CoverGap",
    "Monthly",
    "NaiveMomentError",
    "OnSkip",
    "PairedDifference",
    "PersonGain",
    "RefusedInputError",
    "Scores",
    "SeriesDay",
    "SeriesDays",
    "SeriesRule",
    "ShownSpan",
    "Span",
    "UnusableCoverError",
    "UnusableDrawError",
    "UnusableScoresError",
    "UnusableSeriesError",
    "UnusableSessionError",
    "UnusableSpanError",
    "Verdict",
    "Weekly",
    "allowed_away",
    "batch_gain",
    "clashes",
    "clashes_with",
    "code_at",
    "cover_gaps",
    "described",
    "draw_key",
    "next_change",
    "paired_difference",
    "person_gain",
    "series_days",
    "typed",
    "verify",
    "wave_order",
]
