"""The six programmes of the demonstration evaluated: the effects are known, and Pembina is not told."""

from pembina.domain.impact.demonstration.everything import load_demo_impact

__all__ = ["load_demo_impact"]
