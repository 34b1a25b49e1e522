"""What the two steps before the result show."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pembina.web.components.formatting import number
from pembina.web.effect_tool.forms import QuestionForm, RequestForm

STEPS = (gettext_lazy("Berkas"), gettext_lazy("Kolom dan pertanyaan"), gettext_lazy("Hasil"))
ROLES = {
    "unit": gettext_lazy("unit"),
    "time": gettext_lazy("waktu"),
    "outcome": gettext_lazy("angka"),
    "start": gettext_lazy("mulai"),
    "received": gettext_lazy("diterima"),
    "completed": gettext_lazy("selesai"),
}
# The picture of a table that can be evaluated: one unit that joins in March, one that never does.
PICTURE = (
    ("Dinas A", "2024-02", "12,5", "2024-03"),
    ("Dinas A", "2024-03", "10,1", "2024-03"),
    ("Dinas B", "2024-02", "11,8", ""),
    ("Dinas B", "2024-03", "11,6", ""),
)


@dataclass(frozen=True, slots=True)
class StartPage:
    """Step 1."""

    picture: tuple[tuple[str, ...], ...]
    number: int = 1
    steps: tuple = STEPS


@dataclass(frozen=True, slots=True)
class PreviewColumn:
    """A column of the preview: its name as written, and the role guessed for it."""

    name: str
    role: str


@dataclass(frozen=True, slots=True)
class ColumnsPage:
    """Step 2.

    Attributes
    ----------
    size : how large the file is, in words
    preview_columns, preview_rows : the first rows
    requests : one row is a service request
    """

    size: str
    preview_columns: tuple[PreviewColumn, ...]
    preview_rows: tuple[tuple[str, ...], ...]
    requests: bool
    number: int = 2
    steps: tuple = STEPS


def present_start() -> StartPage:
    return StartPage(PICTURE)


def present_columns(form: QuestionForm) -> ColumnsPage:
    look = form.carried.look
    roles = {column: str(ROLES[role]) for role, (column, _reason) in look.guesses.items() if column}
    return ColumnsPage(
        size=_("%(rows)s baris, %(columns)s kolom") % {"rows": number(look.row_count), "columns": len(look.columns)},
        preview_columns=tuple(PreviewColumn(column, roles.get(column, "")) for column in look.columns),
        preview_rows=look.preview,
        requests=isinstance(form, RequestForm),
    )
