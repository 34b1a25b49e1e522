"""Imports in every state, made by hand: the pages are judged here, not the check."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from pembina.domain.access.personas import PERSONAS
from pembina.domain.people.demonstration import load_demo_government
from pembina.domain.people.enums import ImportState
from pembina.domain.people.intake.counts import Counts
from pembina.domain.people.models import ImportBatch, ImportChange, ImportFinding, Person
from pembina.domain.people.models.imports import WAS_APPLIED, WAS_CHECKED

REASON = {"reason_id": "Unit kerja ini tidak dikenal.", "reason_en": "This unit is unknown."}
REMEDY = {"remedy_id": "Tulis kodenya.", "remedy_en": "Write its code."}
PROBLEM = {
    "problem_id": "Salinan hilang.",
    "problem_en": "Copy lost.",
    "remedy_id": "Unggah lagi.",
    "remedy_en": "Again.",
}
DIGEST = "d" * 64
CSV = """nip;nik;nama;agama;jenis pegawai;unit kerja;jabatan;tmt jabatan
198511022010012001;3201011;Rina Contoh;Islam;PNS;Dinas Kesehatan;Analis SDM Aparatur;01-03-2020
1.98E+17;3201012;Salah Contoh;Kristen;PNS;Dinas Kesehatan;Perawat;01-03-2020
"""


@pytest.fixture(autouse=True)
def home(settings, tmp_path):
    """Keep files of each test apart."""
    settings.PEMBINA_HOME = tmp_path
    return tmp_path


@pytest.fixture
def officer(strict_client, rina):
    """Return a client in which human resources are signed in."""
    strict_client.force_login(rina)
    return strict_client


@pytest.fixture
def an_import(rina):
    """Return a maker of imports in a state, with what its constraints ask for."""

    def make(state=ImportState.CHECKED, *, counts=None, at=None, **fields):
        now = at or timezone.now()
        needed = {"by": rina, "file_name": "pegawai.xlsx", "file_sha256": "a" * 64, "on": now.date(), "kind": "staff"}
        if state in WAS_CHECKED:
            needed |= {"checked_at": now, "digest": DIGEST}
        if state in WAS_APPLIED:
            needed["applied_at"] = now
        if state == ImportState.UNDONE:
            needed["undone_at"] = now
        if state == ImportState.FAILED:
            needed |= PROBLEM
        if counts:
            needed["numbers"] = {name: getattr(counts, name) for name in Counts.__slots__}
        return ImportBatch.objects.create(state=state, created_at=now, touched_at=now, **(needed | fields))

    return make


@pytest.fixture
def checked(an_import):
    """An import with some of everything."""
    counts = Counts(total=7, new=1, changed=1, unchanged=3, leaving=1, refused=1, warnings=1)
    batch = an_import(counts=counts, complete=True)
    add_change(batch, 2, "new", "198511022010012001", "Rina Contoh", {}, {"status": "pns", "position": "Analis"})
    add_change(batch, 3, "changed", "197808172003121002", "Budi Contoh", {"rank": "III/c"}, {"rank": "III/d"})
    add_change(
        batch, None, "leaving", "199001012015012003", "Tina Contoh", {"ends_on": None}, {"ends_on": "2026-11-21"}
    )
    add_finding(batch, 5, "refused", column="Unit kerja", value="Dinas Entah")
    add_finding(batch, 3, "warning", column="Surel", value="budi@")
    return batch


def add_change(batch, row, kind, key, name, before, after):
    record = None if kind == "new" else 1
    return ImportChange.objects.create(
        batch=batch, row=row, kind=kind, key=key, name=name, before=before, after=after, record=record
    )


def add_finding(batch, row, severity, *, column="Unit kerja", value="x"):
    return ImportFinding.objects.create(
        batch=batch, row=row, column=column, value=value, code="unknown_unit", severity=severity, **REASON, **REMEDY
    )


@pytest.fixture
def send(officer):
    """Return a function that sends the form of a new import."""

    def upload(content=CSV, name="pegawai.csv", **choices):
        data = content if isinstance(content, bytes) else content.encode()
        today = timezone.localdate().isoformat()
        form = {"kind": "staff", "on": today, "sheet": "", "file": SimpleUploadedFile(name, data)}
        return officer.post("/impor/baru/", form | choices)

    return upload


@pytest.fixture
def record_of(db):
    """Return a function from the name of a persona to the person, in a small Kabupaten Contoh."""
    load_demo_government(size=180, on=timezone.localdate(), at=timezone.now())
    return lambda name: Person.objects.get(nip=PERSONAS[name].nip)
