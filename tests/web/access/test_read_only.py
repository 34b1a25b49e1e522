"""Reading a page cannot change the database, on SQLite and on PostgreSQL."""

import pytest
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import RequestFactory

from pembina.domain.access.models import User
from pembina.web.access.middleware import ReadOnlyOnGet, WriteWhileReadingError, is_reading

pytestmark = pytest.mark.database


def through_the_guard(method, view):
    return ReadOnlyOnGet(view)(RequestFactory().generic(method, "/"))


def writes_a_name(request):
    User.objects.update(display_name="changed")
    return HttpResponse()


def inserts_an_account(request):
    User(username="1" * 18, display_name="new").save()
    return HttpResponse()


def writes_raw(request):
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM access_user")
    return HttpResponse()


def writes_many(request):
    with connection.cursor() as cursor:
        cursor.executemany("DELETE FROM access_user WHERE id = %s", [(1,), (2,)])
    return HttpResponse()


@pytest.mark.parametrize("method", ["GET", "HEAD", "OPTIONS"])
@pytest.mark.parametrize("view", [writes_a_name, inserts_an_account, writes_raw, writes_many])
def test_a_page_that_writes_while_it_is_read_fails_and_changes_nothing(sari, method, view):
    with pytest.raises(WriteWhileReadingError), transaction.atomic():
        through_the_guard(method, view)
    sari.refresh_from_db()
    assert sari.display_name == "Sari Wulandari"
    assert User.objects.count() == 1


def test_a_post_may_write(sari):
    assert through_the_guard("POST", writes_a_name).status_code == 200
    sari.refresh_from_db()
    assert sari.display_name == "changed"


def test_the_guard_ends_with_the_request(sari):
    through_the_guard("GET", lambda request: HttpResponse())
    writes_a_name(None)


def test_reading_in_an_atomic_block_passes(sari):
    def reads(request):
        with transaction.atomic():
            return HttpResponse(User.objects.select_for_update().get().display_name)

    assert through_the_guard("GET", reads).content == b"Sari Wulandari"


@pytest.mark.parametrize(
    "sql",
    [
        "INSERT INTO t VALUES (1)",
        "  update t set a = 1",
        "DROP TABLE t",
        "TRUNCATE t",
        "COPY t FROM STDIN",
        "PRAGMA user_version = 3",
        "VACUUM",
        "WITH gone AS (DELETE FROM t RETURNING a) SELECT * FROM gone",
        "EXPLAIN ANALYZE UPDATE t SET a = 1",
        "SELECT 1; DELETE FROM t",
        "SELECT * INTO copy FROM t",
        "/* note */ DELETE FROM t",
        "",
    ],
)
def test_what_changes_something_or_is_not_understood_is_refused(sql):
    assert not is_reading(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT 1",
        "(SELECT 1) UNION (SELECT 2)",
        "select a from t where note = 'delete from here'",
        "WITH a AS (SELECT 1) SELECT * FROM a",
        'SAVEPOINT "s1"',
        "SELECT a FROM t FOR UPDATE",
        "SELECT 'insert into' AS words, \"update\" FROM t",
    ],
)
def test_what_only_reads_passes(sql):
    assert is_reading(sql)


def test_a_session_made_stale_by_a_new_password_ends_without_an_error(client, sari):
    client.force_login(sari)
    sari.set_password("a-new-password-elsewhere")
    sari.save()
    assert client.get("/").status_code < 400
    assert "_auth_user_id" not in client.session
