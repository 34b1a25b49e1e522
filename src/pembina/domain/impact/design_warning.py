"""One thing that whoever locks a design has to have read."""

from dataclasses import dataclass
from hashlib import sha256

from pembina.core.text import Text


@dataclass(frozen=True, slots=True)
class DesignWarning:
    """One warning. `names` are the units, services or programmes it is about; `step` as in `Obstacle`."""

    code: str
    step: str
    message: Text
    names: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """Return what is ticked: another text or other names are another warning."""
        told = "\n".join((self.code, self.message.id, *self.names))
        return f"{self.code}-{sha256(told.encode()).hexdigest()[:12]}"


def upper_first(name: str) -> str:
    """Return a name as it begins a sentence; the rest stays, as SKP and SKM do."""
    return name[:1].upper() + name[1:]
