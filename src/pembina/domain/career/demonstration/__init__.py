"""An award that was given, one that takes nominations, and the medals that are on record in Kabupaten Contoh."""

from pembina.domain.career.demonstration.rounds import load_demo_awards

__all__ = ["load_demo_awards"]
