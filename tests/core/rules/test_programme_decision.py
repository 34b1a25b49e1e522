"""What the locked rule says about a programme: named cases, completeness, and what no rule may do."""

from datetime import date
from importlib.resources import files
from itertools import product

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pembina.core.effect.verdict import Code, code_for
from pembina.core.rules.programme_decision import (
    Action,
    Certainty,
    Finding,
    Guard,
    GuardState,
    NotInForceError,
    Refusal,
    Situation,
    UnusableDecisionError,
    plain_lines,
    programme_decision,
    rule_from,
    rule_in_force,
)
from pembina.core.text import Text

CASES = yaml.safe_load((files("pembina.core.rules.programme_decision") / "cases.yaml").read_text(encoding="utf-8"))
TODAY = date(2026, 11, 22)
SATISFACTION = Text(id="Kepuasan", en="Satisfaction")
ALWAYS = {"key": "always", "action": "continue", "id": "Selalu dilanjutkan.", "en": "Always continue."}


def finding(verdict="effective", effect=(-2.1, -2.9, -1.3), *, smallest=1.0):
    return Finding(Code(verdict), *(effect or (None, None, None)), smallest, lower_is_better=True, unit="hari")


def guard(interval=None, tolerated=1.0, *, lower_is_better=False):
    return Guard(SATISFACTION, *(interval or (None, None)), tolerated, lower_is_better, "poin")


def decide(found=None, **facts):
    return programme_decision(**{"finding": found or finding(), "serious_harm": False, "on": TODAY, **facts})


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_named_cases(case):
    guards = [guard(told and told[:2], told[2] if told else 1.0) for told in case.get("guards", ())]
    got = decide(
        finding(case["verdict"], case["effect"]),
        guards=guards,
        serious_harm=case.get("serious_harm", False),
        earlier=case.get("earlier", 0),
    )
    assert (got.line, got.action) == (case["line"], Action(case["action"]))


def test_every_line_has_its_case():
    assert {line.key for line in rule_in_force(on=TODAY).lines} == {case["line"] for case in CASES}


def test_the_sentences_say_the_effect_each_guard_and_the_line():
    got = decide(guards=[guard((-0.4, 1.2))])
    effect, quality, rule = got.because
    assert effect.id.startswith("Dampak program −2,1 hari (antara −2,9 dan −1,3), dampak terkecil yang berarti 1")
    assert quality.en == "Satisfaction changed by between −0.4 and +1.2 points, may get worse by 1.0 points: held."
    assert rule.id.endswith("Keputusan menurut aturan: dikembangkan.")
    assert len(decide(serious_harm=True).because) == 3
    assert "tidak diketahui" in decide(guards=[guard()]).because[1].id


def test_it_is_a_rule_of_the_program_and_says_so():
    got = decide()
    assert got.certainty is Certainty.CONVENTION
    assert "bukan peraturan" in got.certainty.sentence.id
    assert "bukan peraturan" in got.article
    with pytest.raises(NotInForceError):
        decide(on=date(2025, 12, 31))


def test_a_government_locks_its_own_rule():
    rule = rule_from([{**ALWAYS, "action": "stop", "when": {"verdict": ["harmful"]}}, ALWAYS], article="Perwali 3/2026")
    got = decide(rule=rule, on=date(2020, 1, 1))
    assert (got.action, got.article, got.certainty) == (Action.CONTINUE, "Perwali 3/2026", Certainty.GOVERNMENT)
    assert decide(finding("harmful", (1.5, 0.5, 2.5)), rule=rule).action is Action.STOP


def test_a_rule_comes_back_from_its_plain_lines():
    rule = rule_in_force(on=TODAY)
    assert rule_from(plain_lines(rule), article=rule.article, certainty=rule.certainty) == rule


@pytest.mark.parametrize(
    ("lines", "reason"),
    [
        ([{**ALWAYS, "when": {"verdict": ["effective"]}}], Refusal.INCOMPLETE),
        ([], Refusal.INCOMPLETE),
        ([{**ALWAYS, "action": "expand"}], Refusal.EXPANDS_HARM),
        ([{**ALWAYS, "when": {"weather": "fine"}}], Refusal.UNKNOWN_WORD),
        ([{**ALWAYS, "when": {"verdict": ["splendid"]}}], Refusal.UNKNOWN_WORD),
        ([{**ALWAYS, "action": "celebrate"}], Refusal.UNKNOWN_WORD),
        ([{"key": "nothing else"}], Refusal.UNKNOWN_WORD),
    ],
)
def test_a_rule_with_holes_or_one_that_expands_harm_is_refused(lines, reason):
    with pytest.raises(UnusableDecisionError) as refusal:
        rule_from(lines, article="Perwali 3/2026")
    assert refusal.value.reason is reason
    assert refusal.value.remedy.id


@pytest.mark.parametrize(
    ("call", "reason"),
    [
        (lambda: finding("effective", None), Refusal.NO_INTERVAL),
        (lambda: finding("effective", (-2.0, float("-inf"), -1.0)), Refusal.NO_INTERVAL),
        (lambda: finding("effective", (-2.0, -1.0, -3.0)), Refusal.BACKWARDS),
        (lambda: finding("effective", (-2.0, -3.0, -0.9)), Refusal.CONTRADICTION),
        (lambda: finding("effective", smallest=None), Refusal.CONTRADICTION),
        (lambda: guard((1.0, -1.0)), Refusal.BACKWARDS),
        (lambda: guard((1.0, None)), Refusal.BACKWARDS),
        (lambda: guard((0.0, 1.0), -1.0), Refusal.TOLERANCE),
        (lambda: decide(earlier=-1), Refusal.EARLIER),
    ],
)
def test_evidence_that_contradicts_itself_is_refused(call, reason):
    with pytest.raises(UnusableDecisionError) as refusal:
        call()
    assert refusal.value.reason is reason


def test_where_less_is_better_a_rise_breaks_the_guard():
    assert guard((2.0, 3.0), lower_is_better=True).state is GuardState.BROKEN
    assert guard((-3.0, -2.0), lower_is_better=True).state is GuardState.HELD
    assert guard((0.0, 3.0), lower_is_better=True).state is GuardState.DOUBTFUL


def test_worse_facts_never_lead_to_more_of_the_programme():
    """Harm, a guard in a worse state: never from stop or fix to more, never on to expand."""
    rule, more = rule_in_force(on=TODAY), [Action.STOP, Action.FIX, Action.CONTINUE, Action.EXPAND]
    states = [GuardState.HELD, GuardState.DOUBTFUL, GuardState.UNKNOWN, GuardState.BROKEN]
    for verdict, earlier in product(Code, (0, 1, 5)):
        ranks = [more.index(rule.line_for(Situation(verdict, state, False, earlier)).action) for state in states]
        assert ranks == sorted(ranks, reverse=True)
        assert all(rule.line_for(Situation(verdict, state, True, earlier)).action is Action.STOP for state in states)


@given(st.floats(-5, 5), st.floats(0, 5), st.floats(0.1, 3), st.booleans())
def test_a_program_expands_only_where_the_whole_interval_reaches_what_matters(middle, half, smallest, lower):
    low, high = middle - half, middle + half
    worst, best = (-high, -low) if lower else (low, high)
    found = Finding(code_for(worst, best, smallest), middle, low, high, smallest, lower)
    assert (decide(found).action is Action.EXPAND) is (worst >= smallest)
