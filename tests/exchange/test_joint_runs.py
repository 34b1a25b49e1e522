"""A joint evaluation of two programmes carried out whole: from both waves to the paper and the public page."""

import shutil
import subprocess
from datetime import date

import numpy as np
import pytest

from designing import Designing
from joining import EFFECT, LATER, NOON, OTHER, Joining
from pembina.domain.impact.decision_content import matches_seal
from pembina.domain.impact.decision_facts import facts_of
from pembina.domain.impact.enums import RunState
from pembina.domain.impact.models import Decision, Evaluation, FrozenPanel
from pembina.domain.impact.operations.publications import publish_decision
from pembina.domain.impact.run_facts import run_facts
from pembina.exchange.impact.panel_parquet import read_panel
from pembina.exchange.papers.decision import decision_data, decision_paper
from training import Training

pytestmark = pytest.mark.django_db

FOR = {"government": "Pemerintah Kabupaten Contoh", "address": "https://pembina.contoh.go.id/keputusan/1/"}
FIRST = "Izin lebih cepat"
ONLY_TOGETHER = "Bagian masing-masing program tidak dapat dikatakan."
needs_pdftotext = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")


@pytest.fixture
def joining(rina, person):
    return Joining(Designing(Training(rina=rina, at=NOON), person("lia")))


@pytest.fixture
def opened(joining, person):
    """The joint evaluation, locked; then both programmes begin and the answers of citizens arrive."""
    made = joining.open()
    joining.prepare(made, person("bupati"))
    joining.lock_only(made)
    joining.begin()
    joining.answer()
    return Evaluation.objects.get(pk=made.pk)


@pytest.fixture
def run(joining, opened):
    done = joining.run(opened)
    assert done.state == RunState.DONE, done.failure
    return done


@pytest.fixture
def decided(joining, run, person) -> Decision:
    """Decided by the rule, signed by all whom the design names."""
    return joining.decide(run, person("bupati"))


def test_the_joint_effect_is_found_from_the_first_start_of_both(run):
    facts = run_facts(run)
    assert facts.primary.estimate == pytest.approx(EFFECT, abs=1.5)
    assert facts.primary.low < EFFECT < facts.primary.high
    assert facts.primary.code == "effective"
    assert (facts.waves, facts.never, facts.random_timing) == ((3, 1), 4, False)
    assert run.levels == {}
    panel = read_panel(bytes(FrozenPanel.objects.get(run=run).content), name="panel")
    starts = dict(zip(panel.unit, panel.planned.tolist(), strict=True))
    december, january = 2026 * 12 + 11, 2027 * 12
    assert {code: int(start) for code, start in starts.items() if not np.isnan(start)} == {
        "5.1": december, "5.2": december, "5.3": december, "5.4": january,
    }  # fmt: skip
    # The unit that one programme alone reached is neither treated nor compared with.
    assert set(starts) == {f"5.{number}" for number in range(1, 9)}
    assert np.array_equal(panel.planned, panel.actual, equal_nan=True)


def test_a_start_that_came_early_in_one_programme_is_the_actual_start_of_both(joining, opened):
    joining.other.wave_units.filter(unit=joining.units[3]).update(started_on=date(2026, 12, 20))
    panel = read_panel(bytes(FrozenPanel.objects.get(run=joining.run(opened)).content), name="panel")
    unit = np.array(panel.unit) == "5.4"
    assert set(panel.planned[unit]) == {2027 * 12}
    assert set(panel.actual[unit]) == {2026 * 12 + 11}


def test_the_same_data_give_the_same_joint_result(joining, opened, run):
    again = joining.run(opened)
    assert (again.data_hash, again.result_hash) == (run.data_hash, run.result_hash)


@needs_pdftotext
def test_the_paper_names_both_and_claims_the_joint_effect_only(decided):
    facts = facts_of(decided)
    told = decision_data(facts, **FOR)
    assert told["title"].endswith(f"{FIRST} + {OTHER}")
    assert told["decision"]["beside"] == "Keputusan mengikuti aturan"
    assert {row[2] for row in told["signatures"]} == {"Setuju"}
    assert matches_seal(decided)
    paper = decision_paper(facts, **FOR)
    read = subprocess.run(["pdftotext", "-layout", "-", "-"], input=paper, capture_output=True, check=True)
    words = " ".join(read.stdout.decode().split())
    assert f"{FIRST} + {OTHER}" in words
    assert f"dampak {FIRST} dan {OTHER} bersama-sama" in words
    assert ONLY_TOGETHER in words
    assert "P-1 + P-2" in words
    for wrong in ("Jenjang", "karena program ini", "Dari reaksi peserta"):
        assert wrong not in words, wrong


def test_the_public_page_names_both_and_says_what_cannot_be_told(decided, person, client):
    made = publish_decision(decision=decided, by=person("bupati"), at=LATER)
    page = client.get(f"/program-berhasil/{made.pk}/").content.decode()
    for told in (
        f"{FIRST} + {OTHER}: kedua program ini bersama-sama berhasil?", "Ya. Karena kedua program ini bersama-sama",
        "Karena kedua program, dengan pembanding", ONLY_TOGETHER, "4 dalam 1 gelombang",
    ):  # fmt: skip
        assert told in page, told
    assert "program ini berhasil" not in page.replace("kedua program ini bersama-sama berhasil", "")
    assert "arena program ini" not in page
    assert made.content["purpose"] == "Waktu tunggu turun"
    listed = client.get("/program-berhasil/").content.decode()
    assert f"{FIRST} + {OTHER}" in listed
    assert "Karena kedua program ini bersama-sama" in listed
