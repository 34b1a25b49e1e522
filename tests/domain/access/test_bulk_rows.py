"""Many rows at once are what one row at a time would have been."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from django.db import IntegrityError, connection, transaction

from pembina.domain.access.bulk_rows import (
    AskedWhileWritingError,
    add_rows,
    remove_numbered,
    remove_rows,
    reserve_numbers,
    rewrite_rows,
)
from pembina.domain.access.models import SignInAttempt, User

JAKARTA = timezone(timedelta(hours=7))
NOON = datetime(2026, 11, 22, 12, 0, 0, 5, tzinfo=JAKARTA)


def test_rows_written_in_bulk_read_like_rows_written_one_by_one(db):
    SignInAttempt.objects.create(account="a", address="10.0.0.1", at=NOON)
    add_rows(SignInAttempt, ["account", "address", "at"], [("b", "10.0.0.1", NOON), ("c", None, NOON)])
    found = list(SignInAttempt.objects.order_by("account").values_list("account", "address", "at"))
    assert found == [("a", "10.0.0.1", NOON), ("b", "10.0.0.1", NOON), ("c", None, NOON)]
    assert SignInAttempt.objects.filter(at=NOON.astimezone(UTC)).count() == 3


def test_rows_are_rewritten_by_number_and_no_other_is_touched(db):
    add_rows(SignInAttempt, ["account", "at"], [(letter, NOON) for letter in "abc"])
    second = SignInAttempt.objects.get(account="b")
    rewrite_rows(SignInAttempt, ["account", "at"], [("z", NOON + timedelta(hours=1), second.pk)])
    found = list(SignInAttempt.objects.order_by("pk").values_list("account", "at"))
    assert found == [("a", NOON), ("z", NOON + timedelta(hours=1)), ("c", NOON)]


def test_rows_are_erased_without_being_read(db, django_assert_num_queries):
    add_rows(SignInAttempt, ["account", "at"], [(letter, NOON) for letter in "abc"])
    with django_assert_num_queries(1):
        assert remove_rows(SignInAttempt.objects.exclude(account="b")) == 2
    assert SignInAttempt.objects.get().account == "b"


def test_text_that_looks_like_a_command_to_copy_stays_text(db):
    odd = ["\\N", "\\.", "tab\there", "line\nbreak", "back\\slash", "'; --", "é€"]
    add_rows(SignInAttempt, ["account", "at"], [(text, NOON) for text in odd])
    assert list(SignInAttempt.objects.order_by("pk").values_list("account", flat=True)) == odd


def test_rows_may_be_found_out_while_they_are_written(db):
    add_rows(SignInAttempt, ["account", "at"], ((str(SignInAttempt.objects.count()), NOON) for _ in range(2)))
    assert SignInAttempt.objects.count() == 2


def test_a_constraint_stops_a_bulk_of_rows_as_it_stops_one(db):
    rows = [("0" * 18, "Tono", "", True), ("123", "Short", "", True)]
    with pytest.raises(IntegrityError), transaction.atomic():
        add_rows(User, ["username", "display_name", "password", "is_active"], rows)
    assert not User.objects.exists()


def test_rows_written_while_they_are_made_are_the_same(db):
    add_rows(SignInAttempt, ["account", "at"], ((letter, NOON) for letter in "abc"), while_made=True)
    assert list(SignInAttempt.objects.order_by("pk").values_list("account", flat=True)) == ["a", "b", "c"]


def test_a_row_that_asks_while_others_are_written_is_refused_and_nothing_stays(db):
    if connection.vendor == "sqlite":
        pytest.skip("SQLite writes rows that were made beforehand")
    asking = ((str(SignInAttempt.objects.count()), NOON) for _ in range(2))
    with pytest.raises(AskedWhileWritingError), transaction.atomic():
        add_rows(SignInAttempt, ["account", "at"], asking, while_made=True)
    assert not SignInAttempt.objects.exists()


def test_a_fault_in_the_middle_of_the_rows_is_told_and_nothing_stays(db):
    def rows():
        yield ("a", NOON)
        raise KeyError("unit")

    with pytest.raises(KeyError, match="unit"), transaction.atomic():
        add_rows(SignInAttempt, ["account", "at"], rows(), while_made=True)
    assert not SignInAttempt.objects.exists()


def test_reserved_numbers_follow_one_another_and_are_given_to_nobody_else(db):
    SignInAttempt.objects.create(account="before", at=NOON)
    first = reserve_numbers(SignInAttempt, 3)
    add_rows(
        SignInAttempt, ["id", "account", "at"], [(first + place, letter, NOON) for place, letter in enumerate("abc")]
    )
    after = SignInAttempt.objects.create(account="after", at=NOON).pk
    assert after > first + 2
    remove_numbered(SignInAttempt, [after])
    assert reserve_numbers(SignInAttempt, 1) > after


def test_rows_are_removed_by_number_however_many(db, monkeypatch):
    monkeypatch.setattr("pembina.domain.access.bulk_rows.AT_ONCE_IN_ARRAYS", 2)
    add_rows(SignInAttempt, ["account", "at"], [(letter, NOON) for letter in "abcde"])
    *removed, kept = SignInAttempt.objects.order_by("pk").values_list("pk", flat=True)
    remove_numbered(SignInAttempt, removed)
    assert SignInAttempt.objects.get().pk == kept
