"""Choosing a person or a unit out of very many: a search box, and the few results to choose from."""

from pembina.web.choosing.field import ChoosingForm, ChosenField, ChosenManyField, chosen_in

__all__ = ["ChoosingForm", "ChosenField", "ChosenManyField", "chosen_in"]
