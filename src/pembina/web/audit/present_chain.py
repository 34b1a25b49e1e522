"""The chain as its page shows it."""

import json
from dataclasses import dataclass
from typing import Any

from pembina.domain.access.chain.checking import Checked, last_check, sealed_until
from pembina.domain.access.chain.links import Fault
from pembina.domain.access.chain.models import ChainEntry, ChainKind
from pembina.domain.access.chain.verifying import head
from pembina.web.audit.names import Names
from pembina.web.audit.present import moment_text
from pembina.web.components.formatting import day, in_language

ON_A_PAGE = 50
FAULTS_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Row:
    """One link."""

    sequence: int
    time: str
    kind: str
    content: list[tuple[str, str]]
    by: str
    hash: str


@dataclass(frozen=True, slots=True)
class ChainPage:
    """The state of the chain and some of its links."""

    head: str
    length: int
    sealed_until: str
    last_check: str
    last_check_found: int
    checked: Checked | None
    faults: list[tuple[int, str]]
    rows: list[Row]
    older: str


def present_chain(*, before: str, checked: Checked | None) -> ChainPage:
    links = ChainEntry.objects.order_by("-sequence")
    if before.isdecimal():
        links = links.filter(sequence__lt=int(before[:18]))
    found = list(links[: ON_A_PAGE + 1])
    last, check, until = head(), last_check(), sealed_until()
    return ChainPage(
        head=f"{last.sequence}:{last.hash}" if last else "",
        length=last.sequence if last else 0,
        sealed_until=day(until) if until else "",
        last_check=moment_text(check.at) if check else "",
        last_check_found=check.faults if check else 0,
        checked=checked,
        faults=[_fault(fault) for fault in checked.faults[:FAULTS_SHOWN]] if checked else [],
        rows=_rows(found[:ON_A_PAGE]),
        older=str(found[ON_A_PAGE - 1].sequence) if len(found) > ON_A_PAGE else "",
    )


def _rows(entries: list[ChainEntry]) -> list[Row]:
    names = Names({entry.by for entry in entries})
    return [
        Row(
            sequence=entry.sequence,
            time=moment_text(entry.at),
            kind=kind_name(entry.kind),
            content=_content(entry.content),
            by=names.person(entry.by) if entry.by else "",
            hash=entry.hash,
        )
        for entry in entries
    ]


def kind_name(kind: str) -> str:
    return str(ChainKind(kind).label) if kind in ChainKind.values else kind


def _content(written: str) -> list[tuple[str, str]]:
    """Return what was sealed, field by field; what cannot be read is shown as it stands."""
    try:
        told = json.loads(written)
    except ValueError:
        return [("", written)]
    return [(name, _value(value)) for name, value in told.items()] if isinstance(told, dict) else [("", written)]


def _value(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _fault(fault: Fault) -> tuple[int, str]:
    return fault.sequence, in_language(fault.problem)
