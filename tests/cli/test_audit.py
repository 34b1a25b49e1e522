"""``pembina audit``: what it says of a sound chain, of a broken one and of a head kept elsewhere."""

from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from pembina.cli.audit import audit
from pembina.domain.access import append_only
from pembina.domain.access.chain.models import ChainEntry, ChainKind
from pembina.domain.access.chain.sealing import seal

NOON = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)


def run(*arguments):
    return CliRunner().invoke(audit, arguments)


@pytest.fixture
def chain(sari, rina):
    """Seal three decisions about Sari."""
    for number in range(3):
        content = {"from": None, "until": "2026-11-22", "number": number}
        seal(kind=ChainKind.ROLE_GRANTED, subject=sari, content=content, by=rina, at=NOON)
    append_only.lift("default")
    return ChainEntry.objects.order_by("sequence")


def test_a_sound_chain_is_called_intact(chain):
    answer = run("verify", "--language", "en")
    last = chain.last()
    assert answer.exit_code == 0
    assert "Intact up to number 3." in answer.output
    assert f"3:{last.hash}" in answer.output
    assert "cannot be seen" in answer.output


def test_the_head_is_what_verify_takes(chain):
    written = run("head").output.strip()
    assert written == f"3:{chain.last().hash}"
    answer = run("verify", "--head", written, "--language", "en")
    assert answer.exit_code == 0
    assert "cannot be seen" not in answer.output


def test_a_changed_link_is_named(chain):
    chain.filter(sequence=2).update(content="{}")
    answer = run("verify")
    assert answer.exit_code == 1
    assert "RUSAK  2 role_granted" in answer.output
    assert "isinya diubah" in answer.output


def test_a_cut_tail_is_seen_with_the_head_only(chain):
    written = run("head").output.strip()
    chain.filter(sequence=3).delete()
    assert run("verify").exit_code == 0
    answer = run("verify", "--head", written, "--language", "en")
    assert answer.exit_code == 1
    assert "BROKEN  3\n" in answer.output
    assert "the chain ends at 2" in answer.output


def test_everything_removed_is_seen_with_the_head(chain):
    written = run("head").output.strip()
    chain.delete()
    assert run("verify", "--head", written).exit_code == 1
    assert "Belum ada" in run("verify").output
    assert run("head").exit_code == 1


@pytest.mark.parametrize("head", ["3", "3:abc", "x:" + "0" * 64, "0:" + "0" * 64])
def test_a_head_that_is_none_is_refused(db, head):
    answer = run("verify", "--head", head)
    assert answer.exit_code == 2
    assert "SEQ:HASH" in answer.output


def test_days_are_sealed(sari):
    answer = run("seal-trail")
    assert answer.exit_code == 0
    assert "sealed" in answer.output


def test_many_faults_are_counted_and_not_all_printed(chain, monkeypatch):
    monkeypatch.setattr("pembina.cli.audit.MOST_SHOWN", 1)
    chain.update(content="{}")
    answer = run("verify", "--language", "en")
    assert answer.output.count("BROKEN") == 1
    assert "3 faults." in answer.output
