"""The entries of the navigation: at the thumb never more than five in sight, what lies within a page around it."""

import pytest

from pembina.web.components.navigation import Entry, entries, thumb_bar


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


@pytest.fixture
def seen(rf):
    """Return a function that gives the navigation of somebody on a page, as (address, current, lies within)."""

    def look(user, path):
        request = rf.get(path)
        request.user = user
        return [(entry.address, entry.here, entry.is_within) for entry in entries(request)]

    return look


@pytest.mark.django_db
def test_what_lies_within_a_page_is_shown_around_it_only(sari, seen):
    inner = {
        "/proses-upaya/",
        "/umpan-balik/",
        "/bimbingan/",
        "/denyut/",
        "/penilaian/",
        "/keberatan/",
        "/hasil-kinerja/",
    }
    assert not inner & {address for address, _here, _within in seen(sari, "/")}
    for path in ("/kinerja/", "/umpan-balik/", "/penilaian/7/"):
        assert inner <= {address for address, _here, within in seen(sari, path) if within}


@pytest.mark.django_db
def test_its_door_is_marked_too(sari, seen):
    marked = {address: here for address, here, _within in seen(sari, "/umpan-balik/") if here}
    assert marked == {"/kinerja/": "true", "/umpan-balik/": "page"}


@pytest.mark.django_db
def test_who_may_not_open_the_door_finds_the_page_itself(person, seen):
    within = {address: lies for address, _here, lies in seen(person("bupati"), "/")}
    assert within["/penilaian/"] is False
    assert "/kinerja/" not in within


def test_pages_within_take_no_place_at_the_thumb():
    pages = [*some(2), *(Entry(f"/dalam/{i}/", "", "", "home", "page", True) for i in range(4)), *some(3)]
    bar = thumb_bar(pages)
    assert not any(page.is_within for page in bar.first)
    assert sum(page.is_within for page in bar.rest) == 4
    assert bar.here == ""
