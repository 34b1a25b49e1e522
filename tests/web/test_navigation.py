"""The entries at the thumb: never more than five in sight, and none lost."""

import pytest

from pembina.web.components.navigation import Entry, thumb_bar


def some(count, here=-1):
    return [Entry(f"/{i}/", f"Halaman {i}", f"H{i}", "home", "page" if i == here else "") for i in range(count)]


@pytest.mark.parametrize(("count", "in_sight", "behind"), [(0, 0, 0), (3, 3, 0), (5, 5, 0), (6, 4, 2), (11, 4, 7)])
def test_what_does_not_fit_stands_behind_more(count, in_sight, behind):
    pages = some(count)
    bar = thumb_bar(pages)
    assert (len(bar.first), len(bar.rest)) == (in_sight, behind)
    assert [*bar.first, *bar.rest] == pages


@pytest.mark.parametrize(("here", "marked"), [(0, ""), (4, "true"), (-1, "")])
def test_more_is_marked_where_the_page_stands_behind_it(here, marked):
    assert thumb_bar(some(6, here)).here == marked
