"""Sums of complaints hold only what is shown itself: subtracting one from another leaves nothing of a few."""

from hypothesis import given
from hypothesis import strategies as st

from pembina.domain.services.queries.public_complaints import Answering, shown_parts, together

counts = st.integers(0, 12)
parts = st.dictionaries(
    st.tuples(st.integers(1, 3), st.sampled_from([None, 7, 8])), st.builds(Answering, counts, counts, st.just(0))
)


@given(parts)
def test_what_is_hidden_changes_no_sum_that_holds_something_shown(told):
    shown = shown_parts(told)
    for key in told:
        others = {part for part in shown if part[0] == key[0]}
        if key not in shown and others:
            changed = told | {key: Answering(told[key].received, (told[key].due + 1) % 5, 0)}
            assert together(changed) == together(told)


@given(parts)
def test_no_sum_stands_for_fewer_than_five(told):
    found = together(told)
    assert found is None or found.due >= 5


def test_an_office_whose_services_have_few_each_shows_them_together():
    few = {(1, 7): Answering(3, 3, 1), (1, 8): Answering(4, 4, 2)}
    assert together(few) == Answering(7, 7, 3)
    assert together({(1, 7): Answering(3, 3, 1), (2, 8): Answering(4, 4, 2)}) is None
