"""The programmes of the invented government: six of them, in waves, with what people learned."""

from pembina.domain.development.demonstration.everything import load_demo_development

__all__ = ["load_demo_development"]
