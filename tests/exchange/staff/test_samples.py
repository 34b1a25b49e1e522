"""25,000 persons in both shapes of SIASN with defects at known rows: each is found there, and nothing else."""

import pytest

from exchange.staff.conftest import TODAY, staff_of
from pembina.exchange.staff import Layout, read_units
from pembina.exchange.staff.defects import ON_RECORD_ONLY, Defect
from pembina.exchange.staff.sample_shapes import MARK, SHAPES
from pembina.exchange.staff.samples import staff_sample, unit_sample

FOUND_AS = {
    Defect.SPREADSHEET_NUMBER: ("number_spreadsheet", True),
    Defect.SHORT_NUMBER: ("number_length", True),
    Defect.IMPOSSIBLE_BIRTH: ("number_birth_date", True),
    Defect.REPEATED_NUMBER: ("number_repeated", True),
    Defect.NO_NAME: ("empty", True),
    Defect.LONG_NAME: ("too_long", True),
    Defect.IMPOSSIBLE_DATE: ("no_date", True),
    Defect.OTHER_BIRTH_DATE: ("birth_date_differs", False),
    Defect.UNKNOWN_RANK: ("unknown_word", False),
    Defect.OWN_SUPERIOR: ("own_superior", True),
}
IN_THE_FILE = tuple(kind for kind in Defect if kind not in ON_RECORD_ONLY)
MANY = [("export", "csv", Layout.EXPORT), ("sheet", "xlsx", Layout.SHEET)]
FEW = [("export", "xlsx", Layout.EXPORT), ("sheet", "csv", Layout.SHEET)]


def sample(shape, form, **more):
    return staff_sample(seed=7, on=TODAY, shape=shape, form=form, **more)


@pytest.mark.slow
@pytest.mark.parametrize(("shape", "form", "layout"), MANY)
def test_each_of_200_defects_among_25000_rows_is_found_at_its_row_and_none_else(shape, form, layout):
    made = sample(shape, form, size=25_000, defects=200, kinds=IN_THE_FILE)
    file = staff_of(made.content)
    expected = [(row, *FOUND_AS[kind]) for row, kind in made.defects]
    assert [(found.row, found.code, found.severity == "refused") for found in file.findings] == expected
    refused = sum(refused for _, _, refused in expected)
    assert (file.row_count, len(file.rows), file.layout) == (25_000, 25_000 - refused, layout)


@pytest.mark.parametrize(("shape", "form", "layout"), FEW)
def test_the_other_form_of_each_shape_reads_the_same(shape, form, layout):
    made = sample(shape, form, size=300, defects=20, kinds=IN_THE_FILE)
    file = staff_of(made.content)
    assert [(found.row, found.code) for found in file.findings] == [
        (row, FOUND_AS[kind][0]) for row, kind in made.defects
    ]
    assert file.layout is layout


def test_there_are_twelve_kinds_and_thirty_columns_or_more():
    assert len(Defect) == 12
    assert all(len(head) >= 30 for head, _, _ in SHAPES.values())


@pytest.mark.parametrize("shape", SHAPES)
def test_a_sample_without_defects_has_no_finding_and_nothing_private_is_kept(shape):
    file = staff_of(sample(shape, "csv", size=300).content)
    assert file.findings == ()
    assert MARK not in repr(file.rows)
    assert "pribadi@" not in repr(file.rows)


def test_both_shapes_say_the_same_of_everybody():
    one, other = (staff_of(sample(shape, "csv", size=300).content) for shape in SHAPES)
    assert one.rows == other.rows


def test_the_same_arguments_make_the_same_file():
    assert sample("sheet", "xlsx", size=200, defects=12) == sample("sheet", "xlsx", size=200, defects=12)


def test_the_units_of_the_sample_are_the_units_it_names():
    units = read_units(unit_sample(), name="unit.csv")
    rows = staff_of(sample("export", "csv", size=300).content, unit_codes={row.code for row in units.rows}).rows
    assert units.findings == ()
    assert {row.unit for row in rows} <= {row.code for row in units.rows}
