"""A decision rule in words: the case of each line, and what follows from it."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import get_language

from pembina.core.rules.programme_decision import Action
from pembina.web.components.formatting import in_language


def sentence_of(line: Mapping[str, Any]) -> str:
    """Return a line in the language of the page."""
    return str(line["en"] if (get_language() or "id").startswith("en") else line["id"])


def condition_of(line: Mapping[str, Any]) -> str:
    """Return the case of a line without what follows from it: ``Bila ada kerugian berat yang dilaporkan``."""
    sentence = sentence_of(line)
    return sentence.partition(", ")[0] if ", " in sentence else sentence.rstrip(".")


def action_of(line: Mapping[str, Any]) -> str:
    return in_language(Action(line["action"]).label)


def changed(line: Mapping[str, Any], action: str) -> dict[str, Any]:
    """Return a line with another action, which its sentences say too."""
    if action == line["action"]:
        return dict(line)
    label = Action(action).label
    indonesian, english = line["id"].partition(", ")[0], line["en"].partition(", ")[0]
    told = {"id": f"{indonesian}, program {label.id}.", "en": f"{english}, the decision is: {label.en}."}
    return dict(line) | {"action": action} | told
