"""A module is named after what it knows, never after being handy; every record has its word in the glossary."""

import re

from django.apps import apps

from house.tree import ROOT, files, judge, name_of

BANNED = {"util", "utils", "helper", "helpers", "common", "misc", "manager", "managers", "base_utils", "stuff"}
# The words of Django's settings, where `base` and its kin are what everybody looks for, are not banned.
NAMED_OTHERWISE: dict[str, str] = {}
WITHOUT_A_WORD: dict[str, str] = {}


def test_no_module_is_named_after_being_handy():
    broken = {name_of(path) for path in files("*.py") if {path.stem, *path.parent.relative_to(ROOT).parts} & BANNED}
    judge(broken, NAMED_OTHERWISE, f"None of these names: {', '.join(sorted(BANNED))}.")


def test_every_record_has_its_word_in_the_glossary():
    glossary = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    known = set(re.findall(r"`([A-Za-z]+)`", glossary))
    ours = {model.__name__ for model in apps.get_models() if model.__module__.startswith("pembina.")}
    judge(ours - known, WITHOUT_A_WORD, "Add these to docs/glossary.md:")
