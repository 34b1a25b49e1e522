"""Waves drawn by lot within strata: who is with whom, that anybody can repeat it, and that the waves are alike."""

import hashlib

import numpy as np
import pytest

from pembina.core.effect.assign import Axis, Candidate, propose_waves, strata_of
from pembina.core.effect.wave_plan import WavePlan
from pembina.core.learning.wave_order import UnusableDrawError

SECTORS = ("Kesehatan", "Pendidikan", "Perizinan")


def offices(count=60, seed=1):
    rng = np.random.default_rng(seed)
    return [
        Candidate(f"U{place:02d}", SECTORS[place % 3], float(rng.integers(5, 90)), float(rng.normal(20, 4)))
        for place in range(count)
    ]


def group_of(proposal):
    groups = (*proposal.waves, proposal.staying_out)
    return {unit.code: place for place, wave in enumerate(groups) for unit in wave.units}


def test_thirds_of_a_sector_by_its_own_values():
    units = [Candidate(f"A{k}", "A", baseline=float(k)) for k in range(6)]
    units += [Candidate(f"B{k}", "B", baseline=100.0 + k) for k in range(3)]
    strata = strata_of(units, (Axis.SECTOR, Axis.BASELINE))
    assert [strata[f"A{k}"] for k in range(6)] == [f"sector:A|baseline:{third}" for third in (1, 1, 2, 2, 3, 3)]
    assert [strata[f"B{k}"] for k in range(3)] == [f"sector:B|baseline:{third}" for third in (1, 2, 3)]
    assert set(strata_of(units, ()).values()) == {"all"}


def test_equal_values_lie_in_the_same_stratum_and_unknown_ones_in_their_own():
    units = [Candidate("a", "A", baseline=1.0), Candidate("b", "A", baseline=1.0), Candidate("c", "A", baseline=5.0)]
    units += [Candidate("d", "A"), Candidate("e", "A", baseline=float("nan"))]
    strata = strata_of(units, (Axis.BASELINE,))
    assert strata["a"] == strata["b"] != strata["c"]
    assert strata["d"] == strata["e"] == "baseline:?"
    found = propose_waves(units, waves=2, seed="x", by=(Axis.BASELINE,))
    assert [note.code for note in found.notes] == ["unknown_baseline"]
    assert "2 unit" in found.notes[0].message.id


def test_waves_differ_by_one_unit_at_most_in_every_stratum():
    found = propose_waves(offices(), waves=3, seed="Undian 17 Agustus", keep_out=True)
    strata = strata_of(offices(), found.divided_by)
    groups = group_of(found)
    for stratum in set(strata.values()):
        counts = np.bincount([groups[code] for code, own in strata.items() if own == stratum], minlength=4)
        assert counts.max() - counts.min() <= 1
    sizes = [len(wave.units) for wave in (*found.waves, found.staying_out)]
    assert max(sizes) - min(sizes) <= 1
    assert len(groups) == 60


def test_anybody_can_repeat_it_with_sha_256():
    units = offices()
    found = propose_waves(units, waves=4, seed=" Undian 17 Agustus ")
    assert found == propose_waves(units[::-1], waves=4, seed="Undian 17 Agustus")
    assert found != propose_waves(units, waves=4, seed="Undian 18 Agustus")
    for wave in found.waves:
        for unit in wave.units:
            assert unit.key == hashlib.sha256(f"Undian 17 Agustus:{unit.code}".encode()).hexdigest()


def test_the_division_is_as_fine_as_the_units_bear():
    assert propose_waves(offices(120), waves=4, seed="x").divided_by == (Axis.SECTOR, Axis.SIZE, Axis.BASELINE)
    assert propose_waves(offices(45), waves=4, seed="x").divided_by == (Axis.SECTOR, Axis.BASELINE)
    assert propose_waves(offices(14), waves=4, seed="x").divided_by == (Axis.BASELINE,)
    assert propose_waves(offices(8), waves=4, seed="x").divided_by == ()


def test_every_unit_is_as_likely_in_one_wave_as_in_another():
    units = offices(24)
    drawn = [group_of(propose_waves(units, waves=3, seed=f"undian {number}")) for number in range(400)]
    for unit in units:
        shares = np.bincount([groups[unit.code] for groups in drawn], minlength=3) / 400
        assert np.abs(shares - 1 / 3).max() < 0.1


def test_strata_make_the_waves_more_alike():
    units = offices(48)
    alike, plain = (
        np.mean([propose_waves(units, waves=4, seed=f"undian {number}", by=by).imbalance for number in range(150)])
        for by in ((Axis.BASELINE,), ())
    )
    assert alike < 0.7 * plain


def test_the_proposal_is_a_plan():
    found = propose_waves(offices(42), waves=2, seed="x", keep_out=True)
    assert found.plan(starts=(6, 12), months=24) == WavePlan((14, 14), (6, 12), 24, never=14)
    without = propose_waves(offices(42), waves=2, seed="x")
    assert without.plan(starts=(6, 12), months=24).never == 0


def test_the_lot_is_explained_in_both_languages():
    found = propose_waves(offices(), waves=3, seed="Undian 17 Agustus", keep_out=True)
    assert "diundi, bukan dipilih" in found.because.id
    assert "“Undian 17 Agustus”" in found.because.en
    assert "sektor, besar kecilnya unit dan capaian sebelum program" in found.because.id
    assert "serupa" not in propose_waves(offices(), waves=3, seed="x", by=()).because.id


def test_nothing_known_leaves_no_measure_of_balance():
    units = [Candidate(f"U{k}", "A") for k in range(6)]
    assert propose_waves(units, waves=2, seed="x").imbalance is None
    with pytest.raises(UnusableDrawError):
        propose_waves(units, waves=7, seed="x")
