import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile

from pembina.web.uploads import TableFileField


def test_a_file_passes_whatever_its_ending():
    assert TableFileField().clean(SimpleUploadedFile("data.bin", b"a,b\n1,2")).read() == b"a,b\n1,2"


def test_no_file_asks_for_one():
    with pytest.raises(ValidationError, match="Pilih berkasnya dulu"):
        TableFileField().clean(None)


def test_an_empty_file_is_refused_with_a_remedy():
    with pytest.raises(ValidationError, match="Pilih berkas yang berisi data"):
        TableFileField().clean(SimpleUploadedFile("data.csv", b""))


def test_a_file_over_the_limit_names_its_size(settings):
    settings.MAXIMUM_UPLOAD_BYTES = 1 << 20
    with pytest.raises(ValidationError, match="Berkas ini 2,1 MB; batasnya 1 MB"):
        TableFileField().clean(SimpleUploadedFile("data.csv", b"x" * (2 * 1024 * 1024 + 1)))
