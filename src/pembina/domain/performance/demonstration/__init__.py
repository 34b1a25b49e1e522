"""What is expected of the people of Kabupaten Contoh, what was said on the way, and how their results were judged."""

from pembina.domain.performance.demonstration.everything import load_demo_performance

__all__ = ["load_demo_performance"]
