"""The chain: sealed once, in one line, and any single thing done to it afterwards is found."""

import threading
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st

from pembina.domain.access.chain.links import BEFORE_THE_FIRST, Link, canonical, faults
from pembina.domain.access.chain.models import ChainEntry, ChainKind
from pembina.domain.access.chain.sealing import seal
from pembina.domain.access.models import User

NOON = datetime(2026, 11, 22, 5, 0, 0, 123456, tzinfo=UTC)


def chain_of(contents):
    links, previous = [], BEFORE_THE_FIRST
    for number, content in enumerate(contents, start=1):
        link = Link(number, "role", f"access.user:{number % 3}", canonical(content), "1" * 18, NOON, previous)
        links.append(replace(link, hash=link.digest()))
        previous = links[-1].hash
    return links


def sealed(links):
    return {links[-1].sequence: links[-1].hash} if links else {}


contents = st.lists(
    st.dictionaries(st.text(max_size=4), st.text(max_size=6) | st.integers() | st.none(), max_size=2),
    min_size=1,
    max_size=8,
)
FIELDS = {
    "sequence": st.integers(0, 30),
    "kind": st.text(max_size=5),
    "subject": st.text(max_size=5),
    "content": st.text(max_size=5),
    "by": st.text(max_size=5),
    "at": st.integers(1, 10**9).map(lambda step: NOON + timedelta(microseconds=step)),
    "previous_hash": st.text("0123456789abcdef", min_size=64, max_size=64),
    "hash": st.text("0123456789abcdef", min_size=64, max_size=64),
}


@given(contents)
def test_an_untouched_chain_has_no_fault(drawn):
    links = chain_of(drawn)
    assert list(faults(links, sealed(links))) == []


@given(contents, st.sampled_from(sorted(FIELDS)), st.data())
def test_any_changed_field_is_found(drawn, field, data):
    links = chain_of(drawn)
    place = data.draw(st.integers(0, len(links) - 1))
    value = data.draw(FIELDS[field].filter(lambda value: value != getattr(links[place], field)))
    changed = [*links]
    changed[place] = replace(links[place], **{field: value})
    assert list(faults(changed, {}))


@given(contents, st.data())
def test_a_changed_link_that_is_hashed_anew_is_found(drawn, data):
    links = chain_of([*drawn, {}])
    place = data.draw(st.integers(0, len(links) - 1))
    forged = replace(links[place], content="forged")
    changed = [*links]
    changed[place] = replace(forged, hash=forged.digest())
    assert list(faults(changed, sealed(links)))


@given(contents, st.data())
def test_a_removed_link_is_found(drawn, data):
    links = chain_of(drawn)
    place = data.draw(st.integers(0, len(links) - 1))
    assert list(faults(links[:place] + links[place + 1 :], sealed(links)))


@given(contents, st.data())
def test_a_removed_link_before_the_last_is_found_without_a_head(drawn, data):
    links = chain_of([*drawn, {}])
    place = data.draw(st.integers(0, len(links) - 2))
    assert list(faults(links[:place] + links[place + 1 :], {}))


@given(contents, st.data())
def test_two_exchanged_links_are_found(drawn, data):
    links = chain_of([*drawn, {}])
    one, other = data.draw(st.lists(st.integers(0, len(links) - 1), min_size=2, max_size=2, unique=True))
    changed = [*links]
    changed[one] = replace(links[other], sequence=links[one].sequence)
    changed[other] = replace(links[one], sequence=links[other].sequence)
    assert list(faults(changed, {}))


@given(contents, st.data())
def test_an_inserted_link_is_found(drawn, data):
    links = chain_of(drawn)
    place = data.draw(st.integers(0, len(links) - 1))
    previous = links[place - 1].hash if place else BEFORE_THE_FIRST
    forged = Link(place + 1, "role", "x", "{}", "", NOON, previous)
    moved = [replace(link, sequence=link.sequence + 1) for link in links[place:]]
    changed = [*links[:place], replace(forged, hash=forged.digest()), *moved]
    assert list(faults(changed, sealed(links)))


@given(contents, st.data())
def test_a_cut_tail_is_found_with_a_head_and_cannot_be_without(drawn, data):
    links = chain_of(drawn)
    kept = links[: data.draw(st.integers(0, len(links) - 1))]
    assert list(faults(kept, sealed(links)))
    assert list(faults(kept, {})) == []


@given(contents)
def test_a_chain_computed_anew_is_found_with_a_head(drawn):
    links = chain_of(drawn)
    anew = chain_of([{"forged": True}, *drawn[1:]])
    assert bool(list(faults(anew, sealed(links)))) == (anew != links)


def test_a_fault_is_named():
    first, second, _, fourth = chain_of([{}, {}, {}, {}])
    changed = replace(second, content="{}x")
    found = [(fault.sequence, fault.kind, fault.problem.en) for fault in faults([first, changed, fourth], {})]
    assert found == [
        (2, "role", "Its fields do not match its hash: they were changed after it was written."),
        (4, "role", "Link 3 before this one is missing."),
    ]


def test_the_hash_is_as_documented():
    (link,) = chain_of([{"b": 1, "a": "é"}])
    text = f'["pembina-chain-1",1,"role","access.user:1","{{\\"a\\":\\"\\\\u00e9\\",\\"b\\":1}}","{"1" * 18}",'
    text += f'"2026-11-22T05:00:00.123456+00:00","{"0" * 64}"]'
    assert link.content == '{"a":"\\u00e9","b":1}'
    assert link.digest() == sha256(text.encode()).hexdigest()


def test_links_follow_each_other(sari, rina):
    for number in range(3):
        seal(kind=ChainKind.TRAIL, subject=sari, content={"number": number}, by=rina, at=NOON)
    links = [entry.link for entry in ChainEntry.objects.order_by("sequence")]
    assert [link.sequence for link in links] == [1, 2, 3]
    assert links[0].subject == f"access.user:{sari.pk}"
    assert list(faults(links, {})) == []


def test_nothing_is_sealed_where_the_operation_is_taken_back(sari):
    with transaction.atomic():
        seal(kind=ChainKind.TRAIL, subject=sari, content={}, by=None, at=NOON)
        transaction.set_rollback(True)
    assert not ChainEntry.objects.exists()


def test_a_fork_is_refused_by_the_database_itself(sari):
    seal(kind=ChainKind.TRAIL, subject=sari, content={}, by=None, at=NOON)
    first = ChainEntry.objects.get()
    with pytest.raises(IntegrityError), transaction.atomic():
        ChainEntry.objects.create(sequence=2, kind="x", subject="x", at=NOON, previous_hash=BEFORE_THE_FIRST, hash="a")
    ChainEntry.objects.create(sequence=2, kind="x", subject="x", at=NOON, previous_hash=first.hash, hash="a")
    with pytest.raises(IntegrityError), transaction.atomic():
        ChainEntry.objects.create(sequence=3, kind="x", subject="x", at=NOON, previous_hash=first.hash, hash="b")


def test_content_that_json_does_not_know_is_refused(sari):
    with pytest.raises((TypeError, ValueError)):
        seal(kind=ChainKind.TRAIL, subject=sari, content={"share": float("nan")}, by=None, at=NOON)


def seal_some(user, writer, start, errors):
    """Seal five decisions, beginning at the same moment as the other writers."""
    try:
        start.wait(timeout=10)
        for number in range(5):
            seal(kind=ChainKind.TRAIL, subject=user, content={"writer": writer, "number": number}, by=None, at=NOON)
    except DatabaseError as error:
        errors.append(error)
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_writers_at_the_same_moment_do_not_fork_the_chain():
    if connection.vendor == "sqlite":
        pytest.skip("SQLite has one writer at a time, and a fork is refused by its constraints (above)")
    user = User.objects.create_user("1" * 18, display_name="Tono")
    start, errors = threading.Barrier(4), []
    writers = [threading.Thread(target=seal_some, args=(user, number, start, errors)) for number in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    links = [entry.link for entry in ChainEntry.objects.order_by("sequence")]
    assert errors == []
    assert (len(links), list(faults(links, {}))) == (20, [])
    assert len({link.content for link in links}) == 20
