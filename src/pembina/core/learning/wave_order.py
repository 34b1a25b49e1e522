"""The order in which units enter a programme, drawn by lot from a published text.

Anybody can draw it again with a calculator that knows SHA-256, whatever the machine. With the seed text ``S``:

1. Write ``S:code`` for every unit and take the SHA-256 of it (UTF-8, small hexadecimal digits). Sort the units of a
   stratum by that. Without strata all units are one stratum.
2. Sort the strata by the SHA-256 of ``S:stratum:name`` and lay the units down one stratum after the other.
3. Sort the waves 1 to n by the SHA-256 of ``S:wave:number`` and deal the units to them in that order, one by one, round
   after round.

So the waves differ by one unit at most, within each stratum too, and every unit is as likely in one wave as in another.
The seed has to be fixed in public before anybody knows what it gives, e.g. the drawn numbers of a lottery of a later
day; whoever may try seeds can choose the order.
"""

import hashlib
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence

from pembina.core.learning.refused import RefusedInputError
from pembina.core.text import Text

ALL = ""
"""The one stratum of a draw without strata."""


class UnusableDrawError(RefusedInputError):
    """The order cannot be drawn from this."""


def wave_order(
    units: Sequence[str], *, waves: int, seed: str, strata: Mapping[str, str] | None = None
) -> tuple[tuple[str, ...], ...]:
    """Return the units of each wave, the first wave first, in the order in which they were drawn.

    Parameters
    ----------
    units : codes, in any order: it does not matter
    waves : at least 1, at most as many as units
    seed : the published text; blanks at its ends do not count
    strata : stratum of every unit, e.g. its district or size; None draws from all at once

    Raises
    ------
    UnusableDrawError : an empty seed, an empty or repeated code, no wave, more waves than units, a unit without stratum
    """
    text = _checked_seed(seed)
    _check_codes(units)
    _check_waves(waves, len(units))
    groups = _groups(units, strata)
    laid = [
        code
        for name in sorted(groups, key=lambda name: draw_key(text, f"stratum:{name}"))
        for code in sorted(groups[name], key=lambda code: draw_key(text, code))
    ]
    turns = sorted(range(1, waves + 1), key=lambda number: draw_key(text, f"wave:{number}"))
    dealt = {wave: tuple(laid[turn::waves]) for turn, wave in enumerate(turns)}
    return tuple(dealt[number] for number in range(1, waves + 1))


def draw_key(seed: str, code: str) -> str:
    """Return the 64 hexadecimal digits by which a code is sorted, to be shown beside it."""
    return hashlib.sha256(f"{_normal(seed.strip())}:{_normal(code)}".encode()).hexdigest()


def _normal(text: str) -> str:
    """Return one form of letters that can be written in two, so that an é typed elsewhere is the same."""
    return unicodedata.normalize("NFC", text)


def _groups(units: Sequence[str], strata: Mapping[str, str] | None) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for code in units:
        if strata is not None and not strata.get(code, "").strip():
            raise _no_stratum(code)
        groups.setdefault(ALL if strata is None else _normal(strata[code].strip()), []).append(code)
    return groups


def _checked_seed(seed: str) -> str:
    if not seed.strip():
        raise UnusableDrawError(
            Text(id="Teks undian kosong.", en="The text of the draw is empty."),
            Text(id="Tetapkan dan umumkan sebuah teks sebelum mengundi.", en="Fix and publish a text before the draw."),
        )
    return seed.strip()


def _check_codes(units: Sequence[str]) -> None:
    for code, count in Counter(_normal(code) for code in units).items():
        if not code or code != code.strip():
            raise UnusableDrawError(
                Text(id=f"Kode unit “{code}” tidak dapat dipakai.", en=f"The unit code “{code}” cannot be used."),
                Text(id="Tulis kode tanpa spasi di ujungnya.", en="Write the code without blanks at its ends."),
            )
        if count > 1:
            raise UnusableDrawError(
                Text(id=f"Unit {code} tercantum {count} kali.", en=f"Unit {code} is listed {count} times."),
                Text(id="Cantumkan setiap unit sekali.", en="List every unit once."),
            )


def _check_waves(waves: int, units: int) -> None:
    if waves < 1 or waves > units:
        raise UnusableDrawError(
            Text(
                id=f"{units} unit tidak dapat dibagi menjadi {waves} gelombang.",
                en=f"{units} units cannot be divided into {waves} waves.",
            ),
            Text(
                id="Isi paling sedikit satu gelombang dan paling banyak sejumlah unit.",
                en="Give at least one wave and at most as many as there are units.",
            ),
        )


def _no_stratum(code: str) -> UnusableDrawError:
    return UnusableDrawError(
        Text(id=f"Unit {code} tidak mempunyai kelompok.", en=f"Unit {code} has no stratum."),
        Text(id="Isi kelompok setiap unit, atau undi tanpa kelompok.", en="Give every unit one, or draw without."),
    )
