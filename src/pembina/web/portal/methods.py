"""How a number came about: formula in words, its inputs, the rule with version and article, and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import formats, timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from pembina import __version__
from pembina.core.rules.dated import parameters_in_force
from pembina.web.components.formatting import day

Shown = str | Promise
RULES = "pembina.core.rules"


@dataclass(frozen=True, slots=True)
class Method:
    """What "how is this computed" opens; `inputs` are names with their numbers."""

    formula: Shown
    inputs: Sequence[tuple[Shown, Shown]]
    rule: str
    article: str
    computed: str

    @property
    def lines(self) -> list[tuple[Shown, Shown]]:
        """Return everything but the formula, as pairs."""
        told: list[tuple[Shown, Shown]] = [*self.inputs, (_("Versi aturan"), self.rule), (_("Pasal"), self.article)]
        return [*told, (_("Dihitung"), self.computed)]


@dataclass(frozen=True, slots=True)
class Figure:
    """One number with how it was computed. `value` is a word where there is no number, and `note` then says why."""

    label: Shown
    value: Shown
    unit: Shown = ""
    note: Shown = ""
    method: Method | None = None

    @property
    def is_word(self) -> bool:
        """Say whether a word stands where the number would be."""
        return not any(sign.isdigit() for sign in str(self.value))


def method(
    formula: Shown, inputs: Sequence[tuple[Shown, Shown]], *, rule: str, at: datetime, article: str = ""
) -> Method:
    """Return a method by the rule in force; `article` where another one than that of the rule applies."""
    parameters = parameters_in_force(f"{RULES}.{rule}", on=timezone.localdate(at))
    version = version_of(rule, parameters["effective_from"])
    return Method(formula, inputs, version, article or parameters["article"], moment(at))


def version_of(rule: str, since: date) -> str:
    """Return the name of a rule with the day from which its version holds."""
    told = {"rule": rule, "since": day(since), "version": __version__}
    return _("%(rule)s, berlaku sejak %(since)s; Pembina %(version)s") % told


def moment(at: datetime) -> str:
    """Return a moment as people read it, with its zone: "21 November 2026 pukul 09.30 WIB"."""
    local = timezone.localtime(at)
    clock = formats.date_format(local, "H.i")
    return _("%(day)s pukul %(clock)s %(zone)s") % {"day": day(local.date()), "clock": clock, "zone": local.tzname()}


def month_name(number: int) -> str:
    """Return the month of a tally in words: "Oktober 2026"."""
    return formats.date_format(date(number // 12, number % 12 + 1, 1), "F Y")


def short_month(number: int) -> str:
    """Return the month of a tally as an axis has room for it: "Okt 26"."""
    return formats.date_format(date(number // 12, number % 12 + 1, 1), "M y")
