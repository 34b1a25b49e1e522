"""The minimum group: named cases, and readers who add, subtract, filter and come back to get at one rater."""

import random
from collections import Counter
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from itertools import combinations, product

import numpy as np
import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from pembina.core.rules.appraisal_rating import Certainty
from pembina.core.rules.group_privacy import (
    Batch,
    NotInForceError,
    Part,
    Refusal,
    UnusableAnswersError,
    batches_within,
    next_release,
    shown_average,
    together,
)

CASES = yaml.safe_load((files("pembina.core.rules.group_privacy") / "cases.yaml").read_text(encoding="utf-8"))
CLOSES, TODAY = date(2026, 10, 31), date(2026, 11, 22)
UNITS, KINDS = ["camat", "dinas", "puskesmas"], ["other", "peer", "subordinate"]
SMALLEST = 4
paths = st.tuples(st.sampled_from(UNITS), st.sampled_from(KINDS))


def released(waiting, before=(), on=TODAY):
    return next_release(waiting=waiting, released=before, closes=CLOSES, on=on)


def crowd(people):
    """Return waiting answers, numbered, from numbers of people by unit and kind."""
    every = [(unit, kind) for unit, kinds in people.items() for kind, n in kinds.items() for _ in range(n)]
    return dict(enumerate(every))


def averaged(scores, lowest=1, highest=5):
    return shown_average(scores=scores, lowest=lowest, highest=highest, on=TODAY)


def refused(because, call, *args, **kwargs):
    with pytest.raises(UnusableAnswersError) as refusal:
        call(*args, **kwargs)
    assert refusal.value.reason is because
    assert refusal.value.remedy.id != refusal.value.remedy.en


def gets_at_few(sums, people):
    """Say whether published sums combine to something about one, two or three of the people.

    A combination that is zero outside a set S exists where the vectors orthogonal to all sums, cut to S, are dependent.
    """
    rows = np.unique(np.array(sums, dtype=float).reshape(-1, people), axis=0)
    _, sizes, vectors = np.linalg.svd(rows)
    orthogonal = vectors[int((sizes > 1e-9).sum()) :].T
    sets = np.array(list(combinations(range(people), SMALLEST - 1)))
    return bool((np.linalg.matrix_rank(orthogonal[sets], tol=1e-9) < SMALLEST - 1).any())


def as_sum(raters, people):
    return [1.0 if rater in raters else 0.0 for rater in range(people)]


def random_filter(chance):
    """Return names allowed on some of the cuts, and now and then on a cut that does not exist."""
    cuts = [(0, UNITS), (1, KINDS), (2, ["laki-laki", "perempuan"])]
    chosen = [cut for cut in cuts if chance.random() < (0.15 if cut[0] == 2 else 0.6)]
    return {cut: set(chance.sample(names, chance.randint(1, len(names)))) for cut, names in chosen}


def random_crowd(chance, people):
    """Return raters with a path and the day of their answer: most before the pulse closes, others late, one by one."""
    return {
        rater: ((chance.choice(UNITS), chance.choice(KINDS)), CLOSES + timedelta(days=max(0, chance.randint(-30, 40))))
        for rater in range(people)
    }


def passes(path, only):
    return all(cut < len(path) and path[cut] in names for cut, names in only.items())


@pytest.mark.parametrize("case", CASES["parts"], ids=lambda case: case["name"])
def test_named_divisions(case):
    got = [
        [sorted("/".join(beginning) for beginning in batch.part.beginnings), len(batch.raters)]
        for batch in released(crowd(case["people"])).batches
    ]
    assert sorted(got) == sorted(case["parts"])


@pytest.mark.parametrize("case", CASES["averages"], ids=lambda case: case["name"])
def test_named_averages(case):
    got = averaged(case["scores"], case.get("lowest", 1), case.get("highest", 5))
    shown = tuple(None if each is None else str(each) for each in (got.low, got.high))
    assert (*shown, got.at_least) == (case["low"], case["high"], case["at_least"])
    assert (got.value is None) is (case["low"] != case["high"] or case["low"] is None)
    assert got.certainty is Certainty.CONVENTION
    assert got.because.id != got.because.en


@pytest.mark.parametrize("seed", range(4))
def test_a_thousand_random_filters_over_raters_and_time_get_at_nobody(seed):
    chance = random.Random(seed)
    people = chance.randint(24, 44)
    answers, batches, sums = random_crowd(chance, people), [], []
    for day in range(50):
        today = CLOSES + timedelta(days=day)
        gone = {rater for batch in batches for rater in batch.raters}
        waiting = {rater: path for rater, (path, on) in answers.items() if on <= today and rater not in gone}
        batches += released(waiting, batches, on=today).batches
        for _ in range(20):
            found = batches_within(batches, only=random_filter(chance))
            sums.append(as_sum({rater for batch in found for rater in batch.raters}, people))
    assert len(sums) == 1000
    assert len(batches) > 3
    assert sum(map(any, sums)) > 50
    every_batch = [as_sum(batch.raters, people) for batch in batches]
    assert not gets_at_few(sums + every_batch, people)


@pytest.mark.parametrize("seed", range(4))
def test_the_same_filters_get_at_somebody_where_each_query_is_only_counted(seed):
    chance = random.Random(seed)
    people = chance.randint(24, 44)
    answers, sums = random_crowd(chance, people), []
    for day in range(50):
        today = CLOSES + timedelta(days=day)
        for _ in range(20):
            only = random_filter(chance)
            found = {rater for rater, (path, on) in answers.items() if on <= today and passes(path, only)}
            if len(found) >= SMALLEST:
                sums.append(as_sum(found, people))
    assert gets_at_few(sums, people)


@given(st.lists(paths, max_size=24), st.randoms(use_true_random=False))
def test_who_asks_the_same_after_every_single_answer_gets_at_nobody(arrivals, chance):
    batches, waiting = [], {}
    in_time = chance.randint(0, len(arrivals))
    for rater, path in enumerate(arrivals):
        waiting[rater] = path
        if rater < in_time - 1:
            continue
        new = released(waiting, batches)
        waiting = {
            each: path for each, path in waiting.items() if not any(each in batch.raters for batch in new.batches)
        }
        assert new.is_waiting is bool(waiting)
        batches += new.batches
    raters = [rater for batch in batches for rater in batch.raters]
    assert len(raters) == len(set(raters)) == len(arrivals) - len(waiting)
    assert all(len(batch.raters) >= SMALLEST for batch in batches)
    parts = {batch.part for batch in batches}
    assert not any(one.overlaps(two) for one, two in combinations(parts, 2))
    assert all(sum(part.covers(arrivals[rater]) for part in parts) == 1 for rater in raters)


def test_a_late_answer_waits_for_three_more_of_its_part():
    first = released(crowd({"dinas": {"peer": 4, "subordinate": 6}})).batches
    late = {100 + number: ("dinas", "peer") for number in range(3)}
    held = released(late, first)
    assert (held.batches, held.is_waiting) == ((), True)
    assert "4" in held.because.id
    mixed = released({**late, 200: ("dinas", "subordinate")}, first)
    assert mixed.batches == ()
    (batch,) = released({**late, 103: ("dinas", "peer")}, first).batches
    assert (batch.part, len(batch.raters)) == (first[0].part, 4)


def test_a_kind_that_nobody_had_at_first_becomes_a_part_of_its_own():
    first = released(crowd({"dinas": {"peer": 4, "subordinate": 6}})).batches
    late = {100 + number: ("dinas", "other") for number in range(4)}
    (batch,) = released(late, first).batches
    assert batch.part == Part(frozenset({("dinas", "other")}))
    assert released(dict(list(late.items())[:3]), first).batches == ()


def test_nothing_is_released_before_the_pulse_has_closed():
    answers = crowd({"dinas": {"peer": 9}})
    early = released(answers, on=CLOSES)
    assert (early.batches, early.is_waiting) == ((), True)
    assert "masa pengisian" in early.because.id
    assert len(released(answers, on=CLOSES + timedelta(days=1)).batches) == 1


def test_a_filter_takes_whole_parts_and_leaves_out_what_lies_partly_within():
    batches = released(crowd({"dinas": {"other": 2, "peer": 5, "subordinate": 8}})).batches
    within = {name: len(batches_within(batches, only={1: {name}})) for name in KINDS}
    assert within == {"other": 0, "peer": 0, "subordinate": 1}
    assert len(batches_within(batches, only={1: {"other", "peer"}})) == 1
    assert len(batches_within(batches, only={})) == 2
    assert batches_within(batches, only={2: {"perempuan"}}) == ()
    whole = released(crowd({"dinas": {"peer": 3, "subordinate": 4}})).batches
    assert batches_within(whole, only={0: {"dinas"}}) == ()


def spread(total, n, lowest, highest):
    """Return scores of n raters with a sum."""
    each, rest = divmod(total - n * lowest, highest - lowest)
    return ([highest] * each + [lowest + rest] + [lowest] * n)[:n]


@settings(max_examples=50)
@given(st.sampled_from([(1, 5), (1, 4), (0, 1), (0, 10)]), st.integers(4, 26), st.data())
def test_whatever_is_shown_of_a_batch_every_rater_may_have_given_any_score(scale, n, data):
    lowest, highest = scale
    shown = averaged(data.draw(st.lists(st.integers(lowest, highest), min_size=n, max_size=n)), *scale)
    alike = [
        total
        for total in range(n * lowest, n * highest + 1)
        if averaged(spread(total, n, lowest, highest), *scale) == shown
    ]
    for score in range(lowest, highest + 1):
        assert any((n - 1) * lowest <= total - score <= (n - 1) * highest for total in alike)


@pytest.mark.parametrize("seed", range(6))
def test_who_tries_all_worlds_that_fit_the_published_figures_excludes_no_score_of_anybody(seed):
    chance = random.Random(seed)
    shown = cache(lambda scores: averaged(scores, 1, 3))
    truth = [chance.choice([1, 3, 3]) for _ in range(8)]

    def published(scores):
        halves = shown(tuple(sorted(scores[:4]))), shown(tuple(sorted(scores[4:])))
        return (*halves, together(halves, on=TODAY))

    seen = published(truth)
    halves = {tuple(sorted(half)) for half in product((1, 2, 3), repeat=4)}
    alike = [one + two for one in halves for two in halves if published(one + two) == seen]
    # The raters of a batch are alike, so what one position of a sorted half can be, each of them can be.
    for place in (slice(0, 4), slice(4, 8)):
        assert {score for world in alike for score in world[place]} == {1, 2, 3}


@given(st.lists(st.lists(st.integers(1, 5), min_size=1, max_size=9), max_size=4))
def test_averages_together_hold_the_true_average_of_what_is_shown(groups):
    got = together([averaged(scores) for scores in groups], on=TODAY)
    scores = [score for group in groups if len(group) >= SMALLEST for score in group]
    assert (got.low is None) is (not scores)
    if scores:
        assert float(got.low) - 0.11 <= sum(scores) / len(scores) <= float(got.high) + 0.11
        assert 1 <= got.low <= got.high <= 5
        assert got.at_least <= len(scores)


@given(st.lists(st.integers(1, 5), min_size=4, max_size=20), st.integers(0, 19))
def test_a_higher_score_never_lowers_the_figure(scores, place):
    better = list(scores)
    better[place % len(scores)] = 5
    before, after = averaged(scores), averaged(better)
    assert before.low <= after.low
    assert before.high <= after.high


def test_sentences_tell_numbers_in_bands_only():
    for n, band in ((4, 4), (6, 4), (7, 7), (12, 7), (13, 13), (24, 13), (25, 25), (90, 25)):
        said = averaged([3] * n).because
        assert said.id == f"Rata-rata sekitar 3 dari paling sedikit {band} penilai."
    assert "kurang dari 4 penilai" in averaged([5]).because.id


def test_what_cannot_be_released_is_refused():
    path = ("dinas", "peer")
    batch = Batch(Part(frozenset({path})), frozenset(range(4)))
    refused(Refusal.TWICE, released, {3: path}, [batch])
    refused(Refusal.TWICE, released, {}, [batch, batch])
    refused(Refusal.DEPTH, released, {8: path, 9: ("dinas",)})
    refused(Refusal.DEPTH, released, {9: ("dinas",)}, [batch])
    over = Batch(Part(frozenset({("dinas",)})), frozenset(range(4, 8)))
    refused(Refusal.OVERLAP, released, {}, [batch, over])


def test_what_cannot_be_averaged_is_refused():
    for score in (0, 6, 2.5, True, None):
        refused(Refusal.SCORE, averaged, [3, 3, 3, score])
    refused(Refusal.SCALE, averaged, [3] * 4, 5, 5)


def test_the_division_does_not_depend_on_the_order_of_answers():
    people = crowd({"camat": {"peer": 2, "other": 6}, "dinas": {"peer": 5, "other": 1}, "puskesmas": {"peer": 3}})
    turned = dict(reversed(people.items()))
    assert released(people).batches == released(turned).batches
    assert Counter(map(len, (batch.raters for batch in released(people).batches))).total() > 1


def test_before_the_first_version_nothing_is_shown():
    with pytest.raises(NotInForceError):
        shown_average(scores=[3] * 4, lowest=1, highest=5, on=date(2022, 2, 6))
