"""The file of paper forms to fill in: one row a form, and one row of example that the reader passes over."""

from collections.abc import Sequence

from pembina.core.text import Text
from pembina.domain.services.questionnaire import questions_in
from pembina.exchange.staff.template import template_workbook
from pembina.exchange.staff.template_columns import TemplateColumn
from pembina.exchange.surveys.words import EXAMPLE

C, T = TemplateColumn, Text
SCORES = ("1", "2", "3", "4")
_DAY = C("Tanggal", "22-11-2026", T(
    id="Hari formulir diisi, di dalam periodenya. Bila kosong, hari yang ditulis saat mengimpor.",
    en="The day of the form, within its period. Where empty, the day given on import."))  # fmt: skip
PROFILE = (
    C("Jenis kelamin", "P", T(id="L atau P.", en="L (male) or P (female)."), ("L", "P")),
    C("Umur", "34", T(id="Umur dalam tahun, atau kelompoknya.", en="Age in years, or the band."),
      ("< 20", "20-29", "30-39", "40-49", "50-59", "60 ke atas")),
    C("Pendidikan", "S1", T(id="Pendidikan terakhir.", en="Highest completed level."),
      ("SD", "SMP", "SMA", "D3", "S1", "S2", "S3")),
    C("Pekerjaan", "Swasta", T(id="Pekerjaan utama.", en="Main occupation."),
      ("PNS", "TNI", "Polri", "Swasta", "Wirausaha", "Lainnya")),
)  # fmt: skip
_SUGGESTION = C("Saran", EXAMPLE, T(
    id="Saran pada formulir, tanpa nama dan nomor.", en="What was suggested, without names and numbers."))  # fmt: skip


def forms_template(*, order: str, services: Sequence[str], language: str = "id") -> bytes:
    """Return the workbook for a round that numbers U8 and U9 by `order` and covers the `services` named."""
    meaning = T(id="Nama atau kode layanan seperti di katalog; boleh kosong.",
                en="Name or code as in the catalogue; may be empty.")  # fmt: skip
    service = C("Layanan", services[0] if services else "", meaning, tuple(services))
    columns = (_DAY, service, *_scores(order), *PROFILE, _SUGGESTION)
    return template_workbook(columns, "Formulir SKM", language)


def _scores(order: str) -> list[TemplateColumn]:
    """Return the nine answers; each column is known by the name of its element, whatever its number."""
    return [C(f"{number} {question.name.id}", "3", question.name, SCORES) for number, question in questions_in(order)]
