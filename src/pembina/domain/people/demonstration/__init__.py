"""Kabupaten Contoh, a government that does not exist: made from a seed, for demonstrations, tests and measurements."""

from pembina.domain.people.demonstration.government import (
    SIZE,
    Loaded,
    draft_government,
    draft_units,
    load_demo_government,
)
from pembina.domain.people.demonstration.sites import load_demo_sites

__all__ = ["SIZE", "Loaded", "draft_government", "draft_units", "load_demo_government", "load_demo_sites"]
