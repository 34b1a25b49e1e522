"""A result of the national record as a row of a file tells it."""

from pembina.domain.people.models import Person
from pembina.domain.performance.result_plan import ReadResult

WORDS = ("rater_nip", "rater_name", "rater_position", "rater_unit", "rater_rank", "rater_status", "external_id")


def result_of(
    person: Person, *, row=2, year=2025, cycle="annual", months=(1, 12), ratings=("above", "above"), **told
) -> ReadResult:
    known = {"rater": None, "predicate": "very_good" if ratings == ("above", "above") else "good"}
    return ReadResult(
        row=row, person=person.pk, year=year, cycle=cycle, first_month=months[0], last_month=months[1],
        results=ratings[0], behaviour=ratings[1], **(dict.fromkeys(WORDS, "") | known | told),
    )  # fmt: skip
