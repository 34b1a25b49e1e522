"""An import that was applied or undone is sealed with the hash of its file."""

import json

from domain.people.conftest import NOON
from domain.people.intake.conftest import staff
from pembina.domain.access.chain.models import ChainEntry
from pembina.domain.access.chain.verifying import verify
from pembina.domain.people.intake.undoing import undo


def test_an_import_is_sealed_when_applied_and_when_undone(import_file, rina):
    batch = import_file([staff(2), staff(3)])
    undo(batch, by=rina, at=NOON)
    sealed = list(ChainEntry.objects.filter(kind__startswith="import_").order_by("sequence"))
    assert [entry.kind for entry in sealed] == ["import_applied", "import_undone"]
    assert {entry.subject for entry in sealed} == {f"people.importbatch:{batch.pk}"}
    told = json.loads(sealed[0].content)
    assert (told["file_name"], told["file_sha256"], told["digest"]) == ("berkas.xlsx", "0" * 64, batch.digest)
    assert told["numbers"]["new"] == 2
    assert list(verify({})) == []


def test_a_file_that_is_only_checked_is_not_sealed(check_file):
    check_file([staff(2)])
    assert not ChainEntry.objects.filter(kind__startswith="import_").exists()
