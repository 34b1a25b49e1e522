"""What a service promises, as its public page shows it."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from pembina.domain.services.components import ARTICLE, DELIVERY, PROMISE, content_of, is_given
from pembina.domain.services.models import ServiceStandard
from pembina.domain.services.standards import promise_of
from pembina.web.components.formatting import day, in_language
from pembina.web.portal.durations import promised


@dataclass(frozen=True, slots=True)
class PromiseSection:
    """The standard in force: the promised time in words, and the six components that a citizen reads.

    `time` is empty where no time is promised; `lacking` names the components of which the standard says nothing.
    """

    time: str
    between: str
    components: list[tuple[str, str]]
    lacking: str
    source: str


def present_promise(standard: ServiceStandard | None) -> PromiseSection | None:
    """Return what the standard of the day says; None without one."""
    if standard is None:
        return None
    promise, content = promise_of(standard), content_of(standard)
    shown = [part for part in DELIVERY.components if part.name != PROMISE]
    given = [part for part in shown if is_given(content, part)]
    lacking = [in_language(part.label) for part in DELIVERY.components if not is_given(content, part)]
    return PromiseSection(
        time=promised(promise) if promise else "",
        between=_between(standard),
        components=[(in_language(part.label), getattr(content, part.name)) for part in given],
        lacking=", ".join(lacking),
        source=_source(standard),
    )


def promise_in_words(standard: ServiceStandard | None) -> str:
    """Return the promised time, or what is missing of it."""
    promise = promise_of(standard)
    if promise is not None:
        return promised(promise)
    return _("Tidak menjanjikan waktu") if standard else _("Belum ada standar pelayanan")


def _between(standard: ServiceStandard) -> str:
    if not standard.start_event:
        return ""
    told = {"start": standard.start_event, "stop": standard.stop_event}
    return _("Dihitung sejak %(start)s sampai %(stop)s.") % told


def _source(standard: ServiceStandard) -> str:
    told = {"since": day(standard.starts_on), "decree": standard.decree, "article": ARTICLE}
    if standard.decree:
        return _("%(decree)s, berlaku sejak %(since)s. %(article)s.") % told
    return _("Berlaku sejak %(since)s; nomor keputusannya belum dicatat. %(article)s.") % told
