"""Which state of an import may follow which, and the one way from one to the next."""

from datetime import datetime
from typing import Any

from pembina.core.text import Text
from pembina.domain.people.enums import ImportState
from pembina.domain.people.models import FileImport
from pembina.domain.people.refusals import RefusedError

S = ImportState
FOLLOWING: dict[ImportState, frozenset[ImportState]] = {
    S.WAITING: frozenset({S.CHECKING, S.DISCARDED}),
    S.CHECKING: frozenset({S.CHECKED, S.FAILED}),
    # Back to the check where the records have changed since, or to try again after a fault.
    S.CHECKED: frozenset({S.CHECKING, S.APPLYING, S.DISCARDED}),
    S.APPLYING: frozenset({S.APPLIED, S.CHECKED}),
    S.APPLIED: frozenset({S.UNDOING}),
    S.UNDOING: frozenset({S.UNDONE, S.APPLIED}),
    S.UNDONE: frozenset(),
    S.FAILED: frozenset({S.CHECKING, S.DISCARDED}),
    S.DISCARDED: frozenset(),
}
# Where a run that was interrupted goes back to: its transaction has left nothing behind.
BEFORE: dict[ImportState, ImportState] = {
    S.CHECKING: S.FAILED,
    S.APPLYING: S.CHECKED,
    S.UNDOING: S.APPLIED,
}


class WrongStateError(RefusedError):
    """The import stands elsewhere by now, or nothing of the kind may be done to it."""

    def __init__(self, state: ImportState, to: ImportState) -> None:
        self.state, self.to = state, to
        super().__init__(
            Text(
                id=f"Impor ini {state.label.lower()}; tidak dapat menjadi: {to.label.lower()}.",
                en=f"This import is {state.value}; it cannot become {to.value}.",
            ),
            Text(
                id="Muat ulang halaman dan lihat keadaannya sekarang.",
                en="Load the page again and look at its present state.",
            ),
        )


def may_become(batch: FileImport, to: ImportState) -> bool:
    """Say whether `to` may follow the present state."""
    return to in FOLLOWING[ImportState(batch.state)]


def move(batch: FileImport, to: ImportState, *, at: datetime, **fields: Any) -> None:
    """Put a batch into its next state, with `fields`; of two who try at once one meets ``WrongStateError``."""
    present = ImportState(batch.state)
    if to not in FOLLOWING[present]:
        raise WrongStateError(present, to)
    fields |= {"state": to.value, "touched_at": at}
    if not type(batch)._default_manager.filter(pk=batch.pk, state=present).update(**fields):
        batch.refresh_from_db()
        raise WrongStateError(ImportState(batch.state), to)
    for name, value in fields.items():
        setattr(batch, name, value)
