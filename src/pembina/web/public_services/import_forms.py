"""A catalogue file is read, and its rows travel sealed to the page that applies them."""

from django import forms
from django.utils.translation import gettext_lazy as _

from pembina.domain.services.catalogue_intake import Row
from pembina.exchange.bounded import ComputationStoppedError, within_limits
from pembina.exchange.service_catalogue.reading import CatalogueFile, Refusal, read_catalogue
from pembina.web.components.formatting import in_language
from pembina.web.uploads import TableFileField, opened, sealed

PURPOSE = "catalogue"
LARGEST_CARRIED = 2_000_000


class UploadForm(forms.Form):
    file = TableFileField(
        label=_("Pilih atau jatuhkan berkas katalog"), help_text=_("CSV atau XLSX, paling banyak 2.000 layanan.")
    )

    def read(self) -> CatalogueFile | None:
        """Return the rows of the file; where it cannot be read, say so at the field and return None."""
        file = self.cleaned_data["file"]
        try:
            found = within_limits(read_catalogue, file.read(), file.name)
        except ComputationStoppedError as stopped:
            found = Refusal(stopped.message, stopped.remedy)
        if isinstance(found, Refusal):
            self.add_error("file", f"{in_language(found.message)} {in_language(found.remedy)}")
            return None
        return found

    def carried(self, found: CatalogueFile) -> str:
        """Return the rows sealed; where they are too many to carry, say so at the field and return nothing."""
        text = sealed(found.rows, purpose=PURPOSE)
        if len(text) > LARGEST_CARRIED:
            self.add_error("file", _("Isi berkas ini terlalu banyak. Bagi menjadi beberapa berkas."))
            return ""
        return text


def carried_rows(text: str) -> list[Row]:
    """Return the rows that a page carried; raises ``BrokenSealError``."""
    return [(number, dict(cells)) for number, cells in opened(text, purpose=PURPOSE)]
