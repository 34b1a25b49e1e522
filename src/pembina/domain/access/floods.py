"""A brake on floods at public forms: so many from one device, more from one address, which a whole office may share.

Devices and addresses are kept as keyed hashes and for a quarter of an hour, in the table of sign-in attempts; they do
not count against anybody's sign-in. An arrival is counted before it is judged: those of one moment count each other.
"""

from dataclasses import dataclass
from datetime import datetime

from pembina.core.text import Text
from pembina.domain.access.brake import WINDOW, fingerprint
from pembina.domain.access.models import SignInAttempt
from pembina.domain.access.refusals import RefusedError


@dataclass(frozen=True, slots=True)
class Rope:
    """How many arrivals of one sort are let through within the window."""

    sort: str
    of_device: int
    of_address: int


class FloodError(RefusedError):
    def __init__(self) -> None:
        super().__init__(
            Text(
                id="Terlalu banyak kiriman dari perangkat atau jaringan ini.",
                en="Too much came from this device or network.",
            ),
            Text(
                id="Tunggu 15 menit, lalu kirim lagi. Isian Anda tetap ada di halaman ini.",
                en="Wait 15 minutes and send again. What you wrote stays on this page.",
            ),
        )


def count_arrival(rope: Rope, *, device: str, address: str | None, at: datetime) -> None:
    """Count one arrival; raises ``FloodError`` where the device or the address sent too many of late."""
    SignInAttempt.objects.filter(at__lte=at - WINDOW).delete()
    counted = [(f"device {device}", rope.of_device)] if device else []
    if address is not None:
        counted.append((f"address {address}", rope.of_address))
    prints = [(fingerprint(rope.sort, whose), most) for whose, most in counted]
    SignInAttempt.objects.bulk_create(SignInAttempt(account=account, address=None, at=at) for account, _ in prints)
    for account, most in prints:
        if SignInAttempt.objects.filter(account=account, at__gt=at - WINDOW).count() > most:
            raise FloodError
