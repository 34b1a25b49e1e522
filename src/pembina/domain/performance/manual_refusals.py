"""What writing the manual of an indicator refuses."""

from pembina.core.text import Text
from pembina.domain.access.refusals import RefusedError


class ManualElsewhereError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Manual indikator hanya untuk SKP JPT dan pimpinan unit kerja mandiri.",
                en="Manuals of indicators are for plans of top officials and heads of independent units only.",
            ),
            Text(
                id="Jelaskan indikator dalam kalimatnya sendiri.",
                en="Explain the indicator in its own sentence instead.",
            ),
        )


class ManualIncompleteError(RefusedError):
    def __init__(self, *, with_formula: bool) -> None:
        formula_id, formula_en = (" formula,", " formula,") if with_formula else ("", "")
        super().__init__(
            Text(id="Manual indikator belum lengkap.", en="The manual of the indicator is not complete."),
            Text(
                id=f"Isi tujuan, definisi,{formula_id} kualitas dan tingkat kendali, serta periode pelaporan; "
                "atau kosongkan semuanya bila manual tidak diperlukan.",
                en=f"Fill in aim, definition,{formula_en} kind and control, and how often it is reported; "
                "or leave everything empty where no manual is needed.",
            ),
        )
