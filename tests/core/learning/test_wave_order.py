"""The draw of waves: recomputed by hand, fair, and refused where it cannot be drawn."""

import hashlib
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pembina.core.learning import UnusableDrawError, draw_key, wave_order

SEED = "Undian 21-11-2026 47 05 93"
# printf 'Undian 21-11-2026 47 05 93:A' | sha256sum, and so on: in the order of the digits A B C E D, wave 2 before 1.
BY_HAND = {"A": "3a67f970034da083", "B": "71877aa5c78a7dba", "C": "adc7029b51b956d9", "D": "e9a6fdd8c2a7ac6f",
           "E": "b3c80d7bdf1e9b6c", "wave:1": "a5859785424b275d", "wave:2": "1a7c27069dc217e3"}  # fmt: skip
names = st.lists(st.text("abcdé-0123456789", min_size=1, max_size=6), min_size=1, max_size=40, unique=True)


def test_the_keys_are_those_that_a_calculator_gives():
    assert {code: draw_key(SEED, code)[:16] for code in BY_HAND} == BY_HAND
    assert draw_key("S", "café") == draw_key(" S ", "cafe\N{COMBINING ACUTE ACCENT}")


def test_the_draw_is_the_one_made_by_hand():
    assert wave_order(list("DCABE"), waves=2, seed=SEED) == (("B", "E"), ("A", "C", "D"))


def test_strata_drawn_by_hand_differ_by_one_within_each():
    """The same three steps written out with nothing but the hash."""
    strata = {code: "kota" if code in "ACEG" else "desa" for code in "ABCDEFGHI"}

    def key(text):
        return hashlib.sha256(f"{SEED}:{text}".encode()).hexdigest()

    laid = [
        code
        for name in sorted({"kota", "desa"}, key=lambda name: key(f"stratum:{name}"))
        for code in sorted((code for code in strata if strata[code] == name), key=key)
    ]
    turns = sorted((1, 2, 3), key=lambda number: key(f"wave:{number}"))
    expected = {wave: [code for place, code in enumerate(laid) if turns[place % 3] == wave] for wave in turns}
    got = wave_order(list(strata), waves=3, seed=SEED, strata=strata)
    assert [list(wave) for wave in got] == [expected[number] for number in (1, 2, 3)]


@given(names, st.integers(1, 8), st.text("xyz1", min_size=1), st.data())
def test_every_unit_is_once_in_waves_that_differ_by_one(codes, waves, seed, data):
    waves = min(waves, len(codes))
    strata = {code: data.draw(st.sampled_from("pqr")) for code in codes}
    drawn = wave_order(codes, waves=waves, seed=seed, strata=strata)
    assert sorted(code for wave in drawn for code in wave) == sorted(codes)
    sizes = [len(wave) for wave in drawn]
    assert max(sizes) - min(sizes) <= 1
    for name in "pqr":
        within = [sum(strata[code] == name for code in wave) for wave in drawn]
        assert max(within) - min(within) <= 1
    shuffled = data.draw(st.permutations(codes))
    assert wave_order(shuffled, waves=waves, seed=seed, strata=strata) == drawn


def test_over_many_seeds_every_unit_is_as_often_in_every_wave():
    """3,000 seeds, 5 units, a stratum of one among them: a wave is expected 1,500 times, and 4 errors are 110."""
    strata = {"A": "alone", "B": "rest", "C": "rest", "D": "rest", "E": "rest"}
    first = Counter(
        code for seed in range(3000) for code in wave_order("ABCDE", waves=2, seed=str(seed), strata=strata)[0]
    )
    assert all(1390 < first[code] < 1610 for code in "ABCDE")


@pytest.mark.parametrize(
    ("units", "waves", "seed", "strata"),
    [
        (["A", "B", "A"], 2, SEED, None),
        (["café", "cafe\N{COMBINING ACUTE ACCENT}"], 2, SEED, None),
        (["A", ""], 1, SEED, None),
        (["A", " B"], 1, SEED, None),
        (["A"], 2, SEED, None),
        (["A"], 0, SEED, None),
        ([], 1, SEED, None),
        (["A", "B"], 2, "  ", None),
        (["A", "B"], 2, SEED, {"A": "kota"}),
        (["A", "B"], 2, SEED, {"A": "kota", "B": " "}),
    ],
)
def test_what_cannot_be_drawn_is_refused_with_a_remedy(units, waves, seed, strata):
    with pytest.raises(UnusableDrawError) as refusal:
        wave_order(units, waves=waves, seed=seed, strata=strata)
    assert refusal.value.remedy.id
    assert refusal.value.message.id != refusal.value.message.en
