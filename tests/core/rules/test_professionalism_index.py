"""The index of professionalism: every row and band, what is missing, and bounds that hold for everybody."""

from datetime import date
from decimal import Decimal
from importlib.resources import files
from itertools import pairwise

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from pembina.core.rules.appraisal_rating import Certainty, Predicate
from pembina.core.rules.dated import parameters_in_force
from pembina.core.rules.professionalism_index import (
    NO_TRAINING,
    Category,
    Course,
    Dimension,
    NotInForceError,
    PositionKind,
    Punishment,
    Refusal,
    Training,
    UnusableIndexError,
    index_category,
    professionalism_index,
)
from pembina.core.rules.satyalancana import Discipline

PACKAGE = "pembina.core.rules.professionalism_index"
CASES = yaml.safe_load((files(PACKAGE) / "cases.yaml").read_text(encoding="utf-8"))
TODAY = date(2026, 11, 22)
CODES = [code for case in CASES["education"] for code in case["codes"]]
ALL = Training(*([Course(TODAY, Decimal(20), 3)],) * 3)
UNKNOWN = {"position": None, "education": None, "training": None, "performance": None, "punishments": None}
BEST = {
    "position": PositionKind.FUNCTIONAL,
    "education": "50",
    "training": ALL,
    "performance": Predicate.VERY_GOOD,
    "punishments": (),
}
named = {"ids": lambda case: case["name"]}

days = st.dates(date(2015, 1, 1), date(2027, 12, 31))
lengths = st.one_of(st.none(), st.decimals(min_value=0, max_value=40, places=1))
courses = st.builds(Course, days, lengths, st.one_of(st.none(), st.integers(0, 5)))
some = st.one_of(st.none(), st.lists(courses, max_size=3))
trainings = st.one_of(st.none(), st.builds(Training, some, some, some))
numbers = st.decimals(min_value=0, max_value=120, places=3)
punished = st.builds(Punishment, st.sampled_from([level for level in Discipline if level != "none"]), days)
facts = st.fixed_dictionaries(
    {
        "position": st.one_of(st.none(), st.sampled_from(PositionKind)),
        "education": st.one_of(st.none(), st.sampled_from(CODES)),
        "training": trainings,
        "performance": st.one_of(st.none(), st.sampled_from(Predicate), numbers),
        "punishments": st.one_of(st.none(), st.lists(punished, max_size=3)),
    }
)


def simulated(known, *, status="pns", on=TODAY):
    return professionalism_index(status=status, on=on, **{**UNKNOWN, **known})


def part(dimension, **known):
    return next(found for found in simulated(known).parts if found.dimension is dimension)


def decimal(written):
    return None if written is None else Decimal(written)


def learned(case):
    """Return the training of a case; a part that it leaves out is known to be none."""
    rows = {name: case.get(name, []) for name in ("own_course", "technical", "other")}
    return Training(**{name: [Course(day, decimal(h), d) for day, h, d in found] for name, found in rows.items()})


def appraised(written):
    return Predicate(written) if written in set(Predicate) else decimal(written)


def recorded(rows):
    return None if rows is None else [Punishment(Discipline(level), day) for level, day in rows]


def refused(because, call, *args, **kwargs):
    with pytest.raises(UnusableIndexError) as refusal:
        call(*args, **kwargs)
    assert refusal.value.reason is because
    assert refusal.value.remedy.id != refusal.value.remedy.en


@pytest.mark.parametrize("case", CASES["education"], **named)
def test_every_row_of_qualification(case):
    for code in case["codes"]:
        got = part(Dimension.QUALIFICATION, education=code)
        assert (got.points, got.certainty) == (Decimal(case["points"]), case["certainty"])


@pytest.mark.parametrize("case", CASES["competence"], **named)
def test_every_row_of_competence(case):
    got = part(Dimension.COMPETENCE, position=PositionKind(case["position"]), training=learned(case))
    assert (got.points, got.missing) == (Decimal(case["points"]), ())
    assert got.certainty is Certainty.AGENCY
    assert "Pasal 8" in got.article


@pytest.mark.parametrize("case", CASES["performance"], **named)
def test_every_row_of_performance(case):
    got = part(Dimension.PERFORMANCE, performance=appraised(case["value"]))
    assert (got.points, got.certainty) == (Decimal(case["points"]), case["certainty"])
    assert "2025" in got.because.id


@pytest.mark.parametrize("case", CASES["discipline"], **named)
def test_every_row_of_discipline(case):
    assert part(Dimension.DISCIPLINE, punishments=recorded(case["record"])).points == Decimal(case["points"])


@pytest.mark.parametrize("case", CASES["categories"], ids=lambda case: case["index"])
def test_both_edges_of_every_category(case):
    got = index_category(index=Decimal(case["index"]), on=TODAY)
    assert (got.category, got.label.id) == (case["category"], case["label"])
    assert got.certainty is Certainty.QUOTED


@pytest.mark.parametrize("case", CASES["persons"], **named)
def test_whole_persons(case):
    known = {name: case[name] for name in ("position", "education") if name in case}
    got = simulated(
        {
            **known,
            "position": PositionKind(case["position"]) if "position" in case else None,
            "training": {"all": ALL, "none": NO_TRAINING, None: None}[case.get("training")],
            "performance": appraised(case.get("performance")),
            "punishments": recorded(case.get("record")),
        }
    )
    told = tuple(Decimal(case[name]) for name in ("of_known", "lowest", "highest"))
    assert (got.of_known, got.lowest, got.highest) == told
    assert list(got.missing) == case["missing"]
    assert (got.category and got.category.category) == case["category"]
    assert (got.index is None) is bool(case["missing"])
    for label in (found.label for found in got.parts if found.points is None):
        assert label.id in got.because.id


def test_the_cases_are_all_rows_with_their_sources():
    told = parameters_in_force(PACKAGE, on=TODAY)
    assert sorted(CODES) == sorted(code for row in told["qualification"]["rows"] for code in row["codes"])
    alone = {(case["position"], name) for case in CASES["competence"] for name in case if name in Training.__slots__}
    assert {(kind, row["key"]) for kind, rows in told["competence"]["kinds"].items() for row in rows} <= alone
    assert {case["value"] for case in CASES["performance"]} > set(Predicate)
    assert {case["category"] for case in CASES["categories"]} == set(Category)
    rows = [case for part in CASES if part != "persons" for case in CASES[part]]
    assert all(case["source"] for case in rows)


def test_the_dimensions_give_100_together_and_each_reaches_its_most():
    got = simulated(BEST)
    assert [found.most for found in got.parts] == [25, 40, 30, 5]
    assert [found.points for found in got.parts] == [found.most for found in got.parts]


def test_what_is_missing_is_named_and_not_zero():
    got = part(Dimension.COMPETENCE, position=PositionKind.STRUCTURAL, training=Training([Course(TODAY)], None, []))
    assert (got.points, got.lowest, got.highest) == (None, 15, 30)
    assert [words.id for words in got.missing] == ["pelatihan teknis 20 JP"]
    assert "20 JP: belum diketahui" in got.because.id
    nothing = part(Dimension.QUALIFICATION)
    assert (nothing.points, nothing.lowest) == (None, 1)
    assert "tidak dihitung sebagai nol" in nothing.because.id


def test_training_of_unknown_length_may_or_may_not_count():
    facts = {"position": PositionKind.EXECUTIVE}
    short = part(Dimension.COMPETENCE, training=Training((), [Course(TODAY, None, 2)], ()), **facts)
    assert (short.points, short.lowest, short.highest) == (None, 0, Decimal("22.5"))
    enough = [Course(TODAY, None, 2), Course(TODAY, None, 3)]
    assert part(Dimension.COMPETENCE, training=Training((), enough, ()), **facts).points == Decimal("22.5")


def test_every_number_is_marked_as_a_simulation_with_its_formula():
    for got in (simulated(BEST), simulated({}), simulated({}, status="pppk")):
        assert got.mark.id == "Simulasi"
        assert "2019" in got.version.id
        assert got.version.id in got.because.id


def test_a_pppk_is_not_covered_and_gets_no_number():
    got = simulated(BEST, status="pppk")
    assert (got.is_covered, got.parts, got.index, got.lowest, got.highest) == (False, (), None, None, None)
    assert "PPPK tidak tercakup" in got.because.id


@given(facts)
def test_the_index_lies_within_0_and_100_and_the_parts_add_up(known):
    got = simulated(known)
    assert 0 <= got.of_known <= got.highest <= 100
    assert 0 <= got.lowest <= got.highest
    assert sum(found.lowest for found in got.parts) == got.lowest
    assert all(0 <= found.lowest <= found.highest <= found.most for found in got.parts)
    assert (got.lowest == got.highest == got.index) or got.missing


@given(facts, st.sampled_from(sorted(UNKNOWN)))
def test_to_know_less_never_narrows_the_range(known, forgotten):
    full, less = simulated(known), simulated({**known, forgotten: None})
    assert less.lowest <= full.lowest <= full.highest <= less.highest


@given(facts, courses, st.sampled_from(Training.__slots__))
def test_more_training_never_costs_points(known, course, name):
    before = known["training"] or NO_TRAINING
    rows = {each: getattr(before, each) or [] for each in Training.__slots__}
    more = Training(**{**rows, name: [*rows[name], course]})
    fewer, got = (simulated({**known, "training": each}) for each in (Training(**rows), more))
    assert fewer.lowest <= got.lowest
    assert fewer.highest <= got.highest


@given(facts, numbers, numbers)
def test_a_better_appraisal_never_costs_points_and_no_number_falls_between_bands(known, one, other):
    low, high = (simulated({**known, "performance": number}) for number in sorted([one, other]))
    assert low.lowest <= high.lowest
    assert Dimension.PERFORMANCE not in low.missing


@given(facts, punished)
def test_a_punishment_never_adds_points(known, row):
    before = known["punishments"] or []
    clean, got = (simulated({**known, "punishments": rows}) for rows in (before, [*before, row]))
    assert got.lowest <= clean.lowest


def test_a_better_predicate_and_a_higher_degree_give_more():
    marks = [simulated({**BEST, "performance": each}).index for each in Predicate]
    degrees = [simulated({**BEST, "education": code}).index for code in ("50", "45", "40", "30", "15", "05")]
    for found in (marks, degrees):
        assert all(better > worse for better, worse in pairwise(found))


@given(st.decimals(min_value=0, max_value=100, places=4), st.decimals(min_value=0, max_value=100, places=4))
def test_a_higher_index_never_has_a_lower_category(one, other):
    rank = list(Category).index
    low, high = (rank(index_category(index=each, on=TODAY).category) for each in sorted([one, other]))
    assert high <= low


def test_what_does_not_exist_is_refused():
    for code in ("", "99", 50):
        refused(Refusal.EDUCATION, simulated, {"education": code})
    for value in (Decimal("120.01"), Decimal(-1), Decimal("NaN"), 91.5, "baik"):
        refused(Refusal.PERFORMANCE, simulated, {"performance": value})
    for index in (Decimal("100.01"), Decimal(-1), 91.0):
        refused(Refusal.INDEX, index_category, index=index, on=TODAY)
    for length in ({"hours": Decimal(-1)}, {"hours": 20.0}, {"days": -1}, {"days": True}):
        refused(Refusal.LENGTH, Course, TODAY, **length)
    refused(Refusal.NO_PUNISHMENT, Punishment, Discipline.NONE, TODAY)


def test_before_the_regulation_there_is_no_index():
    with pytest.raises(NotInForceError):
        simulated(BEST, on=date(2019, 5, 14))
