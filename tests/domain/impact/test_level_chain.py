"""Where the chain of the four levels broke, in words for whoever decides; and level 4 on record."""

import copy

import pytest

from impact import simulated_result
from pembina.domain.access.audit import events_on
from pembina.domain.development.refusals import ReasonMissingError
from pembina.domain.impact.enums import RunState
from pembina.domain.impact.level_chain import LinkState, level_chain
from pembina.domain.impact.operations.level_four import record_level_four
from pembina.domain.impact.refusals import RefusedError, WrongStepError

H, B, U = LinkState.HOLDS, LinkState.BROKEN, LinkState.UNKNOWN
BASIS = {"basis": {"id": "Dasar", "en": "Basis"}}


def levels(mean=3.4, low=5.0, led=0.7, own=0.9):
    """Return a snapshot of levels 1 to 3; None is what too few answered."""
    return {
        "reaction": {"mean": mean, "best": 4, "n": 40} | BASIS,
        "learning": {"mean": None if low is None else low + 5, "low": low, "high": (low or 0) + 10, "n": 30} | BASIS,
        "behaviour": {"superior": {"share": led, "n": 20}, "self": {"share": own, "n": 25}, "n": 0} | BASIS,
    }


def result(code="effective"):
    told = copy.deepcopy(simulated_result())
    for language in ("id", "en"):
        told["outcomes"][0]["planned"][language]["verdict"]["code"] = code
    return told


def states(chain):
    return [link.state for link in chain.links]


@pytest.mark.parametrize(
    ("told", "code", "expected", "broke_at", "words"),
    [
        (levels(), "effective", [H, H, H, H], None, "Keempat jenjang tercapai."),
        (levels(low=-1.0), "no_meaningful_effect", [H, B, H, B], 2, "Rantainya putus pada jenjang 2"),
        (levels(), "harmful", [H, H, H, B], 4, "Jenjang 1 sampai 3 tercapai, tetapi layanan tidak membaik"),
        (levels(led=None), "harmful", [H, H, H, B], 4, "Jenjang 1 sampai 3 tercapai"),
        (levels(low=None), "harmful", [H, U, H, B], 4, "Jenjang 1 sampai 3 yang diketahui tercapai"),
        (levels(mean=2.9), "effective_size_uncertain", [B, H, H, H], 1, "meskipun jenjang 1 tidak tercapai"),
        (levels(led=0.4), "inconclusive", [H, H, B, U], 3, "Rantainya putus pada jenjang 3"),
        (levels(mean=None), "not_credible", [U, H, H, U], None, "belum semuanya diketahui (jenjang 1, 4)"),
        ({}, "effective", [U, U, U, H], None, "belum semuanya diketahui (jenjang 1, 2, 3)"),
    ],
)
def test_the_first_link_that_failed_is_named(told, code, expected, broke_at, words):
    chain = level_chain(told, result(code))
    assert (states(chain), chain.broke_at) == (expected, broke_at)
    assert words in chain.sentence.id
    assert chain.sentence.en


def test_each_link_says_from_how_many_and_what_was_counted():
    reaction, learning, behaviour, results = level_chain(levels(), result()).links
    assert "3,4 dari 4 (40 orang)" in reaction.sentence.id
    assert "+10,0 poin, antara +5,0 dan +15,0" in learning.sentence.id
    assert "70% peserta menurut atasan (n = 20), 90% peserta menurut peserta sendiri (n = 25)" in behaviour.sentence.id
    assert (results.n, "1,85" in results.sentence.id, "Service time" in results.basis.en) == (60, True, True)
    assert "Baru 40 orang" in level_chain(levels(mean=None), result()).links[0].sentence.id


def test_an_outcome_that_was_not_answered_leaves_the_last_link_open():
    told = result()
    told["outcomes"][0]["planned"] = None
    assert states(level_chain(levels(), told))[-1] is U
    assert states(level_chain(levels(), {}))[-1] is U


@pytest.mark.django_db
class TestLevelFour:
    def test_it_is_put_on_record_with_its_day(self, impact, training, rina):
        run = impact.run(impact.locked())
        record_level_four(run=run, finding=" Turun 1,85 hari. ", by=rina, at=training.at)
        level = training.programme.evaluation_plans.get(level=4)
        assert (level.done_on, level.finding) == (training.today, "Turun 1,85 hari.")
        assert events_on(training.programme).filter(operation="note_evaluation").count() == 1

    @pytest.mark.parametrize("state", [RunState.WAITING, RunState.FAILED])
    def test_a_run_without_a_result_found_nothing(self, impact, training, rina, state):
        with pytest.raises(WrongStepError):
            record_level_four(run=impact.run(impact.locked(), state=state), finding="x", by=rina, at=training.at)

    def test_a_finding_and_a_running_programme_are_needed(self, impact, training, rina):
        run = impact.run(impact.locked())
        with pytest.raises(ReasonMissingError):
            record_level_four(run=run, finding=" ", by=rina, at=training.at)
        type(training.programme).objects.update(state="approved", started_on=None)
        with pytest.raises(RefusedError):
            record_level_four(run=run, finding="x", by=rina, at=training.at)
