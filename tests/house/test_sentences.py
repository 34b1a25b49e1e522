"""Sentences for people fit every edge: a page and the command line say the same words."""

import ast
import re

from house.tree import PACKAGE, files

FLAG = re.compile(r"(?<!\w)--[a-z]")


def sentences():
    """Return (file, line, text) of every string within a ``Text(...)`` below the edges."""
    for storey in ("core", "exchange"):
        for path in files("*.py", under=PACKAGE / storey):
            for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(call, ast.Call) and getattr(call.func, "id", None) == "Text":
                    for node in ast.walk(call):
                        if isinstance(node, ast.Constant) and isinstance(node.value, str):
                            yield path.name, node.lineno, node.value


def test_the_sentences_are_found():
    assert sum(1 for _ in sentences()) > 200


def test_no_sentence_speaks_of_an_option_of_the_command_line():
    assert [found for found in sentences() if FLAG.search(found[2])] == []
