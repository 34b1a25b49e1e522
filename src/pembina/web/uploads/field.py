"""The form field for a table file; what the file really is, its content decides later."""

import math
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from pembina.web.components.formatting import number

MEGABYTE = 1024 * 1024
READABLE_ENDINGS = ".csv,.tsv,.txt,.xlsx,.xls,.ods,.parquet"


class TableFileField(forms.FileField):
    """CSV, workbook or Parquet, held in memory and no larger than ``MAXIMUM_UPLOAD_BYTES``."""

    default_error_messages = {
        "required": gettext_lazy("Pilih berkasnya dulu."),
        "missing": gettext_lazy("Pilih berkasnya dulu."),
        "invalid": gettext_lazy("Berkas tidak ikut terkirim. Pilih berkasnya lagi."),
        "empty": gettext_lazy("Berkas ini kosong. Pilih berkas yang berisi data."),
        "max_length": gettext_lazy("Nama berkas terlalu panjang. Ganti dengan nama yang lebih pendek."),
    }

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 200)
        kwargs.setdefault("widget", forms.FileInput(attrs={"accept": READABLE_ENDINGS}))
        kwargs.setdefault("label", gettext_lazy("Pilih atau jatuhkan berkas"))
        super().__init__(**kwargs)

    def clean(self, data: Any, initial: Any = None) -> UploadedFile | None:
        """Return the file, refusing one over the limit with its size in words."""
        file: UploadedFile | None = super().clean(data, initial)
        if file and file.size is not None and file.size > settings.MAXIMUM_UPLOAD_BYTES:
            raise ValidationError(
                _("Berkas ini %(size)s MB; batasnya %(limit)s MB. Sisakan kolom yang diperlukan saja.")
                % {"size": megabytes(file.size), "limit": number(settings.MAXIMUM_UPLOAD_BYTES / MEGABYTE)},
                code="too_large",
            )
        return file


def megabytes(size: int) -> str:
    """The size with one decimal, rounded up: what exceeds a limit never reads like the limit."""
    return number(math.ceil(10 * size / MEGABYTE) / 10, 1)
