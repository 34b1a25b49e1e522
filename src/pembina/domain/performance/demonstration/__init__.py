"""What the demonstration shows of performance."""

from pembina.domain.performance.demonstration.appraised import load_demo_appraisals

__all__ = ["load_demo_appraisals"]
