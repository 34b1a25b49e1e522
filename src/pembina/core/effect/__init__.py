"""Does a staged programme work?

``panel_from_long`` lays long rows out as a panel, ``evaluate`` answers a ``Question`` about it. See docs/effect.md.
"""

from pembina.core.effect.evaluation import Evaluation, evaluate
from pembina.core.effect.notes import Note, RefusedError
from pembina.core.effect.panel import Panel, panel_from_long
from pembina.core.effect.question import Question
from pembina.core.effect.verdict import Code, Verdict

__all__ = ["Code", "Evaluation", "Note", "Panel", "Question", "RefusedError", "Verdict", "evaluate", "panel_from_long"]
