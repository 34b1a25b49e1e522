"""Time zones of Indonesia and fixed offsets, in minutes east of Greenwich; none of them has summer time."""

import re

from pembina.core.text import Text
from pembina.exchange.tables import UnreadableFileError

_NAMED = {"wib": 420, "wita": 480, "wit": 540, "utc": 0, "z": 0}
_PLACES = {"asia/jakarta": 420, "asia/pontianak": 420, "asia/makassar": 480, "asia/jayapura": 540}


def zone_minutes(zone: str) -> int:
    """Return the offset of WIB, WITA, WIT, Asia/Jakarta and the like, or +07:00."""
    text = zone.strip().lower()
    known = {**_NAMED, **_PLACES}
    if text in known:
        return known[text]
    if found := re.fullmatch(r"([+-])(\d{2}):?(\d{2})?", text):
        minutes = int(found[2]) * 60 + int(found[3] or 0)
        return -minutes if found[1] == "-" else minutes
    raise UnreadableFileError(
        Text(id=f"Zona waktu “{zone}” tidak dikenal.", en=f"Time zone “{zone}” is not known."),
        Text(
            id="Tulis WIB, WITA, WIT, atau selisih seperti +07:00.", en="Write WIB, WITA, WIT or an offset like +07:00."
        ),
        value=zone,
    )
