"""A form and the bounded computation behind it: an answer, or an error at the field it belongs to."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django import forms

from pembina.core.text import Text
from pembina.web.components.formatting import in_language
from pembina.web.effect_tool.computation import Problem
from pembina.web.uploads import ComputationStoppedError, within_limits

Answer = TypeVar("Answer")
SECONDS = 30.0
TOO_MUCH = Text(
    id="Sisakan kolom yang diperlukan, jumlahkan dulu per unit dan bulan, atau pakai perintah `pembina effect`.",
    en="Keep the columns needed, add up by unit and month first, or use the command `pembina effect`.",
)


@dataclass(frozen=True, slots=True)
class Worked(Generic[Answer]):
    """The answer, or None after the form was given an error; and the HTTP status of the page."""

    answer: Answer | None = None
    status: int = 200


def work(form: forms.Form, function: Callable[..., Answer | Problem], *arguments: Any) -> Worked[Answer]:
    """Call ``function`` in a process of its own.

    Even small files go there. Measured for 288 rows on two busy processors: 0.1 to 0.3 s here, 0.3 to 0.6 s there, and
    2 s for the very first, which starts the fork server. Only the computation knows what a small file unpacks to.
    """
    try:
        found = within_limits(function, *arguments, seconds=SECONDS)
    except ComputationStoppedError as stopped:
        refuse(form, Problem("file", stopped.message, stopped.remedy if stopped.busy else TOO_MUCH))
        return Worked(status=503 if stopped.busy else 422)
    if isinstance(found, Problem):
        refuse(form, found)
        return Worked()
    return Worked(found)


def refuse(form: forms.Form, problem: Problem) -> None:
    """Show a problem at its field; at the file where the form has no such field."""
    field = problem.field if problem.field in form.fields else "file"
    form.add_error(field, f"{in_language(problem.message)} {in_language(problem.remedy)}")
