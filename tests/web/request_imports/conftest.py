"""An officer of one service unit, its service, and files that are sent."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from pembina.domain.people.demonstration import load_demo_government
from pembina.domain.people.models import Unit
from pembina.domain.services.models import PublicService

FILE = """nomor;tgl masuk;tgl selesai;status;nama pemohon
A-1;2024-03-01 08:00;2024-03-04 09:00;Selesai;Budi Rahasia
A-2;2024-03-01 08:00;;Diproses;Sari
A-3;2024-03-05 08:00;2024-03-01 08:00;Selesai;Tono
;2024-03-01 08:00;;Diproses;Dewi
<script>alert(1)</script>😀;2024-03-02 08:00;;Diproses;x
"""


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    settings.PEMBINA_HOME = tmp_path
    return tmp_path


@pytest.fixture
def government(db):
    from django.utils import timezone

    load_demo_government(size=200, on=timezone.localdate(), at=timezone.now())


@pytest.fixture
def service(government):
    return PublicService.objects.create(
        unit=Unit.objects.get(code="01.05.01"), code="IMB", name="Izin Bangunan", opened_on=date(2020, 1, 1)
    )


@pytest.fixture
def foreign(government):
    unit = Unit.objects.exclude(code__startswith="01.05").exclude(parent=None).first()
    return PublicService.objects.create(unit=unit, code="ASING", name="Layanan Lain", opened_on=date(2020, 1, 1))


@pytest.fixture
def officer(strict_client, person, service):
    """Return a client in which the officer of the unit is signed in."""
    strict_client.force_login(person("joko"))
    return strict_client


@pytest.fixture
def send(officer):
    """Return a sender of a file, which answers with the import it led to."""
    from pembina.domain.services.models import RequestImport

    def upload(content=FILE, name="izin.csv"):
        answer = officer.post("/permohonan/impor/baru/", {"file": SimpleUploadedFile(name, content.encode())})
        assert answer.status_code == 302
        return RequestImport.objects.get(pk=answer.url.split("/")[3])

    return upload


@pytest.fixture
def checked(send, officer, read_as):
    """Return an import that was checked as it was guessed."""

    def check(**choices):
        batch = send()
        officer.post(f"/permohonan/impor/{batch.pk}/cara-baca/", read_as(batch, **choices))
        batch.refresh_from_db()
        return batch

    return check


@pytest.fixture
def read_as():
    """Return the form of a reading as the page fills it in, for the service IMB."""

    def data(batch, **choices):
        reading = batch.how_read
        told = {"shape": reading.shape.value, "service": "IMB", "zone": ""}
        told |= {f"column_{field}": column for field, column in reading.columns.items()}
        words = [word["word"] for word in batch.seen["words"]]
        told |= {f"word_{at}": reading.meanings[word.lower()].value for at, word in enumerate(words)}
        return told | choices

    return data
