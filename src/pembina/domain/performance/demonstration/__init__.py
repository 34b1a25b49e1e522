"""What the demonstration shows of performance."""
"""What is expected of the people of Kabupaten Contoh who serve citizens, and how far that has come."""

from pembina.domain.performance.demonstration.everything import load_demo_performance

__all__ = ["load_demo_performance"]
