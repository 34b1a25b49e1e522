"""What somebody asks of ``pembina import``: which file is of which kind, and from which day it holds."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from django.utils import timezone

from pembina.core.text import Text
from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.people.enums import ImportKind
from pembina.domain.people.models import Unit
from pembina.domain.people.refusals import RefusedError
from pembina.exchange.bounded_reading import read_within_limits
from pembina.exchange.staff import StaffFile, UnitFile, read_staff, read_units

SECONDS_TO_READ = 300
File = TypeVar("File", StaffFile, UnitFile)


class UnknownAccountError(RefusedError):
    """Nobody of that number may bring files in."""

    def __init__(self, nip: str) -> None:
        super().__init__(
            Text(id=f"{nip} tidak dapat mengimpor.", en=f"{nip} may not import."),
            Text(
                id="Sebut akun petugas kepegawaian atau administrator yang masih aktif.",
                en="Name the account, in use, of a human resources officer or an administrator.",
            ),
        )


@dataclass(frozen=True, slots=True)
class Wish:
    """One file, the kind of its rows, and how it is to be taken."""

    kind: ImportKind
    path: Path
    sheet: str | None
    on: date
    complete: bool

    def read(self) -> StaffFile | UnitFile:
        """Read the file; a unit of staff is told by its code where that is on record at this moment."""
        if self.kind == ImportKind.UNITS:
            return self._bounded(read_units)
        codes = frozenset(Unit.objects.values_list("code", flat=True))
        return self._bounded(read_staff, on=self.on, unit_codes=codes)

    def _bounded(self, read: Callable[..., File], **wishes: Any) -> File:
        """Read in a process that ends at its limits: what a file says of its size may be wrong."""
        told = {"name": self.path.name, "sheet": self.sheet, **wishes}
        return read_within_limits(read, self.path, seconds=SECONDS_TO_READ, **told)


def wishes_of(
    files: Iterable[tuple[str, Path | None]], *, complete: bool, sheet: str | None, on: datetime | None
) -> list[Wish]:
    """Return one wish for each file, in order. The sheet is that of the last file, which the command is about."""
    given = [(ImportKind(kind), path) for kind, path in files if path is not None]
    day = on.date() if on else timezone.localdate()
    last = len(given) - 1
    return [
        Wish(kind, path, sheet if place == last else None, day, complete and kind == ImportKind.STAFF)
        for place, (kind, path) in enumerate(given)
    ]


def answering(nip: str | None) -> User | None:
    """Return the account that answers for a write, None where none is named."""
    if nip is None:
        return None
    account: Any = User.objects.filter(username=nip.strip()).first()
    if account is None or not account.may(Permission.IMPORT_STAFF):
        raise UnknownAccountError(nip)
    return User.objects.get(pk=account.pk)
