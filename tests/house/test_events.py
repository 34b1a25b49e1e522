"""No operation escapes the audit trail, and every operation that stands in it can be told in words.

Whoever adds an operation adds its sentence to ``domain/access/audit_words.py``; nothing else is needed here.
"""

import ast
import re
from functools import cache

from house.tree import PACKAGE, files, judge, name_of
from pembina.domain.access.audit_words import FIELDS, OPERATIONS

DOMAIN = PACKAGE / "domain"
RECORDING = {"record", "record_many"}
WRITING = {"save", "create", "bulk_create", "bulk_update", "get_or_create", "update_or_create", "delete", "add_rows"}
OF_QUERYSETS = re.compile(r"\.objects\b|\.(filter|exclude|all)\(")

# Breach: why it may stay.
SILENT_OPERATIONS: dict[str, str] = {
    "src/pembina/domain/access/chain/sealing.py: seal": "whoever seals writes the event",
    "src/pembina/domain/access/chain/sealing.py: seal_many": "whoever seals writes the event",
    "src/pembina/domain/services/operations/complaints.py: note_step": "the operations on complaints write the event",
    "src/pembina/domain/performance/operations/appraisals.py: seal_paper": "signing and deciding write the event",
}
SILENT_WRITES: dict[str, str] = {
    "src/pembina/domain/development/certificate_numbers.py: take_numbers": "issuing takes them and writes the event",
    "src/pembina/domain/development/operations/sessions.py: call_off": "what calls a session or a batch off writes it",
    "src/pembina/domain/services/intake/receiving.py: show_again": "a reading that is tried; choosing it is the event",
    "src/pembina/domain/services/intake/receiving.py: keep_narrowed": "part of applying, which writes the event",
    "src/pembina/domain/services/operations/api_tokens.py: note_use": "the time of a use changes no record",
    "src/pembina/domain/access/models.py: create_user": "Django asks for it; django-auditlog writes the event",
    "src/pembina/domain/access/brake.py: count_attempt": "guesses are counted, and the counts soon forgotten",
    "src/pembina/domain/access/floods.py: count_arrival": "arrivals are counted, and the counts soon forgotten",
    "src/pembina/domain/services/operations/complaints.py: note_step": "the operations on complaints write the event",
    "src/pembina/domain/access/sessions/operations.py: note_presence": "the time of a visit changes no record",
    "src/pembina/domain/access/brake.py: forget_attempts": "guesses are counted, and the counts soon forgotten",
    "src/pembina/domain/performance/operations/plan_access.py: moved": "the operations on plans write the event",
    "src/pembina/domain/people/intake/batches.py: note_progress": "how far a reading has come changes no record",
    "src/pembina/domain/impact/operations/runs.py: begin_run": "taking a run up changes nothing that anybody asked for",
    "src/pembina/domain/impact/operations/runs.py: note_progress": "how far a run has come changes no record",
    "src/pembina/domain/people/intake/requests.py: add_notes": "what the reader remarked of a file changes no record",
    "src/pembina/domain/people/operations/assignments.py: begin_checked": "what takes up a position writes the event",
    "src/pembina/domain/people/operations/assignments.py: end_checked": "what ends a position writes the event",
    "src/pembina/domain/people/ancestry.py: link_new": "the links of a unit are written by the operations on units",
    "src/pembina/domain/people/ancestry.py: settle": "the links of units are written by the imports of units",
    "src/pembina/domain/people/ancestry.py: relink": "the links of a unit are written by the operations on units",
    "src/pembina/domain/services/counting.py: lock_bases": "a lock, and what follows from the requests",
    "src/pembina/domain/services/tally_cells.py: write_cells": "tallies follow from the requests, which have events",
    "src/pembina/domain/services/tally_cells.py: remove_cells": "tallies follow from the requests, which have events",
    "src/pembina/domain/performance/operations/appraisal_runs.py: note_appraisal_progress": "how far it is, no record",
    "src/pembina/domain/performance/operations/appraisals.py: seal_paper": "signing and deciding write the event",
    "src/pembina/domain/services/recounts.py: ask_for_recount": "what it counts are requests, which have events",
}


def functions():
    """Yield the file and every function of the domain outside migrations."""
    for path in files("*.py", under=DOMAIN):
        if "migrations" not in path.parts:
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.FunctionDef) and not is_unfinished(node):
                    yield path, node


def is_unfinished(function):
    return "raise NotImplementedError" in ast.unparse(function)


def called_in(function):
    return {getattr(node.func, "attr", getattr(node.func, "id", "")) for node in calls_in(function)}


def calls_in(function):
    return [node for node in ast.walk(function) if isinstance(node, ast.Call)]


@cache
def recording():
    """Return the names of all functions of the domain that write an event, themselves or by calling one that does."""
    calls = {}
    for _, function in functions():
        calls.setdefault(function.name, set()).update(called_in(function))
    known, before = set(RECORDING), set()
    while known != before:
        before = set(known)
        known |= {name for name, called in calls.items() if called & known}
    return known


def test_every_operation_leaves_an_event():
    silent = {
        f"{name_of(path)}: {function.name}"
        for path, function in functions()
        if {"by", "at"} <= {argument.arg for argument in function.args.kwonlyargs} and function.name not in recording()
    }
    judge(silent, SILENT_OPERATIONS, "These take `by` and `at` but never reach record() or record_many():")


def writes(function):
    """Say whether a function changes the database itself."""
    return bool(called_in(function) & WRITING) or any(
        getattr(call.func, "attr", "") == "update" and ".objects" in ast.unparse(call.func)
        for call in calls_in(function)
    )


def test_what_writes_is_an_operation_or_hidden_behind_one():
    silent = {
        f"{name_of(path)}: {function.name}"
        for path, function in functions()
        if writes(function) and not function.name.startswith("_") and function.name not in recording()
        # Before anybody works with it; loading it writes the events.
        if "demonstration" not in path.parts
    }
    judge(silent, SILENT_WRITES, "These write and are not private, but never reach record() or record_many():")


def named_operations():
    """Return the first argument of every call that names an operation, in the whole package."""
    found = set()
    for path in files("*.py", under=PACKAGE):
        for call in calls_in(ast.parse(path.read_text(encoding="utf-8"))):
            place = {"record": 0, "record_many": 0, "note_look": 0, "note_looking": 1}.get(getattr(call.func, "id", ""))
            if place is not None and len(call.args) > place:
                name = call.args[place]
                found.add(name.value if isinstance(name, ast.Constant) else f"{name_of(path)}: {ast.unparse(name)}")
    return found


# These hand a name on that others give them.
HANDED_ON = {
    "src/pembina/domain/people/bulk/operations.py: OPERATIONS[wish.kind]": "as the operation on one person is named",
    "src/pembina/domain/access/looks.py: operation": "note_look names the operation it is given",
    "src/pembina/web/access/looking.py: look.operation": "the name was given to note_looking",
}


def test_every_operation_can_be_told_in_words():
    judge(named_operations() - OPERATIONS.keys(), HANDED_ON, "Add a sentence in domain/access/audit_words.py for:")


def test_no_sentence_is_left_over():
    assert sorted(OPERATIONS.keys() - named_operations()) == []


def named_fields():
    """Return the names of what changed, as far as they are written where the event is."""
    found = set()
    for path in files("*.py", under=DOMAIN):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            value = node.value if isinstance(node, ast.keyword) and node.arg == "changes" else None
            if isinstance(node, ast.Assign) and getattr(node.targets[0], "id", "") == "changes":
                value = node.value
            if isinstance(value, ast.Dict):
                found |= {key.value for key in value.keys if isinstance(key, ast.Constant)}
    return found


def test_every_changed_field_has_a_name():
    """Fields of models have one; what else an event tells gets its own in `FIELDS`."""
    from django.apps import apps

    models = [model for model in apps.get_models() if model.__module__.startswith("pembina.")]
    fields = {field.name for model in models for field in model._meta.get_fields()}
    judge(named_fields() - fields - FIELDS.keys(), {}, "Add a name to FIELDS in domain/access/audit_words.py for:")
