"""Several complaints sorted alike: first what would follow for each, then the change itself."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import ngettext

from pembina.domain.access.models import User
from pembina.domain.services.complaint_clock import begun_at, deadline_of
from pembina.domain.services.complaint_enums import ComplaintKind
from pembina.domain.services.complaint_refusals import RefusedError
from pembina.domain.services.models import Complaint
from pembina.domain.services.operations.complaint_handling import Triage, triage_complaint
from pembina.web.complaints.handling_forms import TogetherForm
from pembina.web.components.formatting import MISSING, day, in_language

MOST_AT_ONCE = 100


@dataclass(frozen=True, slots=True)
class Preview:
    """What would become of the deadline of one complaint."""

    value: str
    number: str
    unit: str
    before: str
    after: str


def chosen_numbers(request: HttpRequest) -> list[int]:
    """Return the complaints that were ticked; what is no number is nobody's complaint."""
    written = request.POST.getlist("complaint")[:MOST_AT_ONCE]
    return [int(number) for number in written if number.isascii() and number.isdigit() and len(number) < 19]


def previews(complaints: Iterable[Complaint], form: TogetherForm | None) -> list[Preview]:
    """Return each with its deadline now and, where the form says how, afterwards."""
    return [
        Preview(str(each.pk), each.number, each.unit.name, day(each.due_on), _after(each, form)) for each in complaints
    ]


def sorted_together(request: HttpRequest, complaints: Iterable[Complaint], form: TogetherForm, *, by: User) -> None:
    """Sort each that can be; those that cannot stay, and the page says why."""
    done = 0
    for complaint in complaints:
        try:
            triage_complaint(complaint=complaint, triage=triage_of(complaint, form), by=by, at=timezone.now())
            done += 1
        except RefusedError as refused:
            messages.error(request, f"{complaint.number}: {in_language(refused.message)} {in_language(refused.remedy)}")
    if done:
        text = ngettext("%(count)d pengaduan dipilah.", "%(count)d pengaduan dipilah.", done)
        messages.success(request, text % {"count": done})


def triage_of(complaint: Complaint, form: TogetherForm) -> Triage:
    said = form.cleaned_data
    element = said["element"] or complaint.element
    return Triage(ComplaintKind(complaint.kind), complaint.service, element, said["severity"])


def _after(complaint: Complaint, form: TogetherForm | None) -> str:
    if form is None or complaint.kind != ComplaintKind.COMPLAINT:
        return MISSING
    severity = form.cleaned_data["severity"]
    return day(deadline_of(unit=complaint.unit, severity=severity, since=begun_at(complaint)).due_on)
