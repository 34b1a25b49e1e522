"""Kabupaten Contoh, a government that does not exist: made from a seed, for demonstrations, tests and measurements."""

from pembina.domain.people.demonstration.government import Loaded, load_demo_government

__all__ = ["Loaded", "load_demo_government"]
