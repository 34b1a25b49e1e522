"""Sari under Budi with a result on record, and a file, by the clock of the day the test runs on."""

from datetime import date

import pytest
from django.utils import timezone

from pembina.domain.access.models import RoleGrant, User
from pembina.domain.performance.models import PerformanceResult
from training import Training

HEAD = "nip;tahun;hasilKinerjaNilai;perilakuKerjaNilai;kuadranKinerjaNilai;penilaiNipNrp;penilaiNama;statusPenilai"


@pytest.fixture
def training(rina):
    return Training(rina=rina, at=timezone.now())


@pytest.fixture
def leader(training, budi):
    return training.person(budi)


@pytest.fixture
def pupil(training, sari, leader):
    return training.person(sari, superior=leader)


@pytest.fixture
def year():
    """Return the year before that of the visit."""
    return timezone.localdate().year - 1


@pytest.fixture
def result(training, pupil, leader, year):
    return PerformanceResult.objects.create(
        person=pupil, year=year, cycle="annual", first_month=1, last_month=12, results="above", behaviour="above",
        predicate="very_good", rater=leader, rater_nip=leader.nip, rater_name="Penilai Contoh", rater_status="ASN",
        noted_by=training.rina, noted_at=timezone.now(),
    )  # fmt: skip


@pytest.fixture
def file(pupil, leader, year):
    """Return a file with one good row, one of a stranger, one that contradicts itself and one with a code unknown."""
    rows = [
        f"{pupil.nip};{year};1;1;1;{leader.nip};Penilai Contoh;ASN",
        f"199912312020121009;{year};1;1;1;{leader.nip};Penilai;ASN",
        f"{pupil.nip};{year - 1};1;1;5;{leader.nip};Penilai;ASN",
        f"{pupil.nip};{year - 1};7;1;;{leader.nip};Penilai;ASN",
        f"{leader.nip};{year};2;2;2;NRP 12;Penilai Luar;NON ASN",
    ]
    return "\n".join([HEAD, *rows]).encode()


@pytest.fixture
def auditor(db):
    user = User.objects.create_user("197501012000031009", password="a-password-for-tests", display_name="Nita")
    RoleGrant.objects.create(user=user, role_code="auditor", starts_on=date(2020, 1, 1))
    return user


@pytest.fixture
def as_user(strict_client):
    def enter(user):
        strict_client.force_login(user)
        return strict_client

    return enter
