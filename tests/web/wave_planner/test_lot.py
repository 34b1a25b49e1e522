"""The lot on paper: whoever wants may draw it again, once the design is locked without an account too."""

import hashlib
import json

import pytest

from pembina.domain.development.models import WavePlan
from pembina.domain.impact.design_warnings import warnings_of
from pembina.domain.impact.models import DesignUnit
from pembina.domain.impact.operations.locking import lock_design, revise_design
from web.wave_planner.conftest import keep, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def drawn(planner, at, sent, planning):
    keep(planner, f"{at}undi/", sent)
    return planning


def test_every_key_stands_beside_what_was_hashed(planner, at, drawn):
    page = text_of(planner.get(f"{at}undian/"))
    for unit in drawn.units:
        written = f"Lotre 5 Januari:{unit.code}"
        assert written in page
        assert hashlib.sha256(written.encode()).hexdigest() in page
    assert hashlib.sha256(b"Lotre 5 Januari:wave:3").hexdigest() in page
    assert "Pembanding" in page


def test_the_file_tells_programs_the_same(planner, at, drawn):
    answer = planner.get(f"{at}undian.json")
    told = json.loads(answer.content)
    assert (told["seed"], told["waves"], told["stays_out"]) == ("Lotre 5 Januari", 2, True)
    outside = {one["code"] for one in told["units"] if one["group"] == 3}
    assert outside == set(DesignUnit.objects.filter(wave=None).values_list("unit__code", flat=True))
    assert "attachment" in answer["Content-Disposition"]


def test_it_is_public_once_the_design_is_locked(planner, strict_client, at, drawn):
    strict_client.logout()
    assert strict_client.get(f"{at}undian/").status_code == 404
    keys = [warning.key for warning in warnings_of(drawn.design, at=drawn.at)]
    lock_design(design=drawn.design, read=keys, by=drawn.maker, at=drawn.at)
    assert "Undian ini dapat diulang siapa pun" in text_of(strict_client.get(f"{at}undian/"))
    assert strict_client.get(f"{at}undian.json").status_code == 200


def test_the_public_reads_the_locked_lot_whatever_is_drawn_since(planner, strict_client, at, drawn):
    keys = [warning.key for warning in warnings_of(drawn.design, at=drawn.at)]
    lock_design(design=drawn.design, read=keys, by=drawn.maker, at=drawn.at)
    assert "versi 1, terkunci" in text_of(planner.get(f"{at}undian/"))
    revise_design(design=drawn.design, reason="Undian diulang", by=drawn.maker, at=drawn.at)
    WavePlan.objects.update(seed="Lotre lain")
    read = text_of(planner.get(f"{at}undian/"))
    assert "Lotre lain" in read
    assert "versi 2, belum dikunci" in read
    strict_client.logout()
    page = text_of(strict_client.get(f"{at}undian/"))
    assert "Lotre 5 Januari" in page
    assert "Lotre lain" not in page
    assert json.loads(strict_client.get(f"{at}undian.json").content)["seed"] == "Lotre 5 Januari"


def test_a_locked_plan_is_read_as_it_was_locked(planner, at, drawn):
    keys = [warning.key for warning in warnings_of(drawn.design, at=drawn.at)]
    lock_design(design=drawn.design, read=keys, by=drawn.maker, at=drawn.at)
    page = text_of(planner.get(at))
    assert "angka tidak diketahui" in page
    assert "Undi urutan" not in page
    assert planner.get(f"{at}undi/").status_code == 404
