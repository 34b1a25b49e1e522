"""What forms of development count for where neither certificate nor length tells, as the page of a report shows it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from pembina.core.rules.learning_hours import Equivalent, LearningForm, NotInForceError, forms
from pembina.domain.development.queries.own_forms import own_forms
from pembina.web.components.formatting import in_language
from pembina.web.learning_hours.present import jp


@dataclass(frozen=True, slots=True)
class EquivalentRow:
    """One form with an equivalent: its value, its bounds, where it comes from and how sure that is."""

    form: str
    value: str
    bounds: str
    source: str
    sure: str


def forms_held(on: date) -> tuple[LearningForm, ...]:
    """Return the forms on a day with what this government has set; none before there was a rule."""
    try:
        return forms(on=on, own=own_forms())
    except NotInForceError:
        return ()


def form_choices(held: Iterable[LearningForm]) -> list[tuple[int, str]]:
    """Return number and name, the name with the value of its equivalent."""
    return [(one.siasn_id, _named(one)) for one in held]


def equivalent_rows(held: Iterable[LearningForm]) -> list[EquivalentRow]:
    return [_row(one, one.equivalent) for one in held if one.equivalent is not None]


def _named(one: LearningForm) -> str:
    name = in_language(one.label)
    return name if one.equivalent is None else f"{name} · {_value(one.equivalent)}"


def _row(one: LearningForm, table: Equivalent) -> EquivalentRow:
    told = [
        _bound(_("paling banyak %s per kegiatan"), table.max_per_activity),
        _bound(_("paling banyak %s setahun"), table.max_per_year),
    ]
    return EquivalentRow(
        form=in_language(one.label), value=_value(table), bounds="; ".join(filter(None, told)), source=table.article,
        sure=in_language(table.certainty.sentence),
    )  # fmt: skip


def _value(table: Equivalent) -> str:
    return _("%(jp)s per %(unit)s") % {"jp": jp(table.jp_per_unit), "unit": in_language(table.unit.label)}


def _bound(words: str, most: Decimal | None) -> str:
    return "" if most is None else words % jp(most)
