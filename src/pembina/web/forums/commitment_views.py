"""Promises across all forums: made, told about, put off, kept or dropped."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from pembina.domain.access.permissions import Permission
from pembina.domain.people.models import Unit
from pembina.domain.services.models import Commitment, Forum, ForumQuestion
from pembina.domain.services.operations.commitments import (
    Promise,
    drop_commitment,
    keep_commitment,
    make_commitment,
    note_commitment_export,
    postpone_commitment,
    tell_progress,
)
from pembina.domain.services.queries.commitments import (
    commitments_followed_by,
    commitments_kept_by,
    due_soon,
    tally,
    with_owner,
)
from pembina.domain.services.queries.forums import questions_of, units_holding_forums
from pembina.web.access import requires, signed_in
from pembina.web.forums.commitment_export import commitment_workbook
from pembina.web.forums.filters import StaffCommitmentFilters
from pembina.web.forums.formpage import Sheet, sheet_answer
from pembina.web.forums.forms import KeepForm, PostponeForm, ProgressForm, PromiseForm, ReasonForm
from pembina.web.forums.present_commitments import figures, present_commitment, staff_rows
from pembina.web.forums.staff_views import actor_of, held_forum, trail, unit_asked

ON_A_PAGE = 25
WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@signed_in
@require_safe
def commitments(request: HttpRequest) -> HttpResponse:
    """List the promises in reach and those the visitor answers for."""
    actor, on = actor_of(request), timezone.localdate()
    followed = commitments_followed_by(actor, on=on)
    filters = filters_of(request)
    found = filters.narrow_for(followed, on=on, username=actor.username)
    page = Paginator(with_owner(found, on=on), ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": page,
        "rows": staff_rows(page, on=on),
        "filters": filters,
        "figures": figures(tally(followed, on=on)),
        "due": followed.filter(due_soon(on=on)).count(),
        "may_promise": actor.may(Permission.HOLD_FORUMS),
        "reset": reverse("forums:commitments") if filters.is_narrowed else "",
    }
    return render(request, "forums/commitments.html", context)


@signed_in
@require_POST
def export(request: HttpRequest) -> HttpResponse:
    """Give the list with its filters as a workbook, and write down who took it."""
    actor, on = actor_of(request), timezone.localdate()
    filters = filters_of(request)
    found = filters.narrow_for(commitments_followed_by(actor, on=on), on=on, username=actor.username)
    note_commitment_export(commitments=found, filters=filters.query, by=actor, at=timezone.now())
    headers = {"Content-Disposition": f'attachment; filename="janji-{on.isoformat()}.xlsx"'}
    return HttpResponse(commitment_workbook(with_owner(found, on=on), on=on), content_type=WORKBOOK, headers=headers)


@signed_in
@require_safe
def commitment(request: HttpRequest, pk: int) -> HttpResponse:
    """Show one promise with what may be done."""
    actor, on = actor_of(request), timezone.localdate()
    found = followed_one(request, pk)
    context = {
        "promise": present_commitment(found, found.notes.all(), on=on, named=True),
        "may_put_off": found.is_open and commitments_kept_by(actor, on=on).filter(pk=pk).exists(),
        "trail": above(),
    }
    return render(request, "forums/commitment.html", context)


@requires(Permission.HOLD_FORUMS)
def promise_new(request: HttpRequest) -> HttpResponse:
    """Ask for the unit that promises."""
    return unit_asked(request, "forums:promise_of_unit", _("Catat janji"), above())


@requires(Permission.HOLD_FORUMS)
def promise_of_unit(request: HttpRequest, pk: int) -> HttpResponse:
    unit = get_object_or_404(units_holding_forums(actor_of(request), on=timezone.localdate()), pk=pk)
    return promise_answer(request, unit, above())


@requires(Permission.HOLD_FORUMS)
def promise_of_forum(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a promise made at an event on record, with the question it answers where one is named."""
    forum = held_forum(request, pk)
    asked = request.GET.get("pertanyaan", "")
    question = questions_of(forum).filter(pk=asked).first() if asked.isascii() and asked.isdigit() else None
    return promise_answer(request, forum.unit, trail(forum), forum=forum, question=question)


def promise_answer(
    request: HttpRequest, unit: Unit, pages: list[tuple[str, str]],
    *, forum: Forum | None = None, question: ForumQuestion | None = None,
) -> HttpResponse:  # fmt: skip
    on = timezone.localdate()
    form = PromiseForm(request.POST or None, unit=unit, on=on)
    sheet = Sheet(
        title=_("Catat janji"), submit=_("Catat janji"), trail=pages, lead=question.text if question else unit.name,
        done=_("Janji tercatat dan tampil bagi warga."),
        note=_("Tenggat pertama tidak dapat diubah. Bila mundur, tenggat semula tetap terlihat."),
    )  # fmt: skip

    def act() -> str:
        said = form.cleaned_data
        told = Promise(said["promise"], said["owner"], on, said["due_on"], said["complaint"])
        made = make_commitment(
            unit=unit, promise=told, forum=forum, question=question, by=actor_of(request), at=timezone.now()
        )
        return reverse("forums:show", args=[forum.pk]) if forum else reverse("forums:commitment", args=[made.pk])

    return sheet_answer(request, form, sheet, act)


@signed_in
def progress(request: HttpRequest, pk: int) -> HttpResponse:
    """Tell how far it has come."""
    found, form = followed_one(request, pk), ProgressForm(request.POST or None)
    sheet = sheet_about(found, _("Catat perkembangan"), _("Simpan"), _("Perkembangan tercatat."))

    def act() -> str:
        tell_progress(commitment=found, text=form.cleaned_data["text"], by=actor_of(request), at=timezone.now())
        return reverse("forums:commitment", args=[pk])

    return sheet_answer(request, form, sheet, act)


@signed_in
def keep(request: HttpRequest, pk: int) -> HttpResponse:
    """Close it as done, with evidence."""
    found = followed_one(request, pk)
    form = KeepForm(request.POST or None, initial={"done_on": timezone.localdate()})
    sheet = sheet_about(found, _("Selesaikan janji"), _("Selesaikan"), _("Janji selesai."))

    def act() -> str:
        keep_commitment(commitment=found, **form.cleaned_data, by=actor_of(request), at=timezone.now())
        return reverse("forums:commitment", args=[pk])

    return sheet_answer(request, form, sheet, act)


@requires(Permission.HOLD_FORUMS)
def postpone(request: HttpRequest, pk: int) -> HttpResponse:
    """Expect it later; the day first promised stays in sight."""
    found, form = kept_one(request, pk), PostponeForm(request.POST or None)
    sheet = sheet_about(found, _("Mundurkan tenggat"), _("Mundurkan"), _("Tenggat mundur, dan alasannya tercatat."))

    def act() -> str:
        postpone_commitment(commitment=found, **form.cleaned_data, by=actor_of(request), at=timezone.now())
        return reverse("forums:commitment", args=[pk])

    return sheet_answer(request, form, sheet, act)


@requires(Permission.HOLD_FORUMS)
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Give it up, with a reason."""
    found, form = kept_one(request, pk), ReasonForm(request.POST or None)
    sheet = sheet_about(found, _("Hentikan janji"), _("Hentikan janji"), _("Janji dihentikan."), is_dangerous=True)

    def act() -> str:
        drop_commitment(commitment=found, **form.cleaned_data, by=actor_of(request), at=timezone.now())
        return reverse("forums:commitment", args=[pk])

    return sheet_answer(request, form, sheet, act)


def filters_of(request: HttpRequest) -> StaffCommitmentFilters:
    followed = commitments_followed_by(actor_of(request), on=timezone.localdate())
    return StaffCommitmentFilters(request.GET, units=Unit.objects.filter(pk__in=followed.values("unit")))


def followed_one(request: HttpRequest, pk: int) -> Commitment:
    """Return a promise in reach, or one's own."""
    on = timezone.localdate()
    return get_object_or_404(with_owner(commitments_followed_by(actor_of(request), on=on), on=on), pk=pk)


def kept_one(request: HttpRequest, pk: int) -> Commitment:
    """Return a promise that the visitor may put off and drop."""
    return get_object_or_404(commitments_kept_by(actor_of(request), on=timezone.localdate()), pk=pk)


def sheet_about(found: Commitment, title: str, submit: str, done: str, *, is_dangerous: bool = False) -> Sheet:
    pages = [*above(), (str(found), reverse("forums:commitment", args=[found.pk]))]
    return Sheet(title=title, submit=submit, done=done, trail=pages, lead=found.promise, is_dangerous=is_dangerous)


def above() -> list[tuple[str, str]]:
    return [(_("Janji tindak lanjut"), reverse("forums:commitments"))]
