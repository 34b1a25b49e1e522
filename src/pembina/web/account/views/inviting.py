"""Inviting somebody, or the staff of a unit, into their accounts."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from pembina.domain.access.invitations.models import Means
from pembina.domain.access.invitations.operations import IssuedInvitation, invite
from pembina.domain.access.invitations.outsiders import invite_outsider
from pembina.domain.access.models import User
from pembina.domain.access.permissions import Permission
from pembina.domain.access.refusals import RefusedError
from pembina.domain.people.accounts import invite_person, invite_staff, invitees_of, unit_of_holder
from pembina.domain.people.queries import person_of
from pembina.web.access import requires
from pembina.web.account.invitation_forms import InviteForm, InviteUnitForm, MeansForm
from pembina.web.account.letters import letters
from pembina.web.account.links import link_of, send_link
from pembina.web.account.outsider_form import InviteOutsiderForm
from pembina.web.components.formatting import in_language


@requires(Permission.MANAGE_ACCOUNTS)
def person(request: HttpRequest) -> HttpResponse:
    """Invite somebody on record, whose account is opened on the way where there is none."""
    by, at = cast(User, request.user), timezone.now()
    form = InviteForm(request.POST or None, by=by, initial={"nip": request.GET.get("nip", "")})
    if form.is_valid():
        try:
            issued = invite_person(
                person=form.chosen_person, role=form.chosen_role, means=Means(form.cleaned_data["means"]), by=by, at=at
            )
            return hand_over(request, issued)
        except RefusedError as refused:
            form.add_error(None, f"{in_language(refused.message)} {in_language(refused.remedy)}")
    context = {"form": form, "trail": trail()}
    return render(request, "account/invite.html", context, status=422 if form.is_bound else 200)


@requires(Permission.MANAGE_ACCOUNTS)
def outsider(request: HttpRequest) -> HttpResponse:
    """Invite a partner or an official, who has no NIP and stands in no record of staff."""
    form = InviteOutsiderForm(request.POST or None, by=cast(User, request.user))
    if form.is_valid():
        try:
            issued = invite_outsider(
                username=form.cleaned_data["username"],
                display_name=form.cleaned_data["display_name"],
                role=form.chosen_role,
                means=Means(form.cleaned_data["means"]),
                by=cast(User, request.user),
                at=timezone.now(),
            )
            return hand_over(request, issued)
        except RefusedError as refused:
            form.add_error(None, f"{in_language(refused.message)} {in_language(refused.remedy)}")
    context = {"form": form, "trail": trail()}
    return render(request, "account/invite_outsider.html", context, status=422 if form.is_bound else 200)


@requires(Permission.MANAGE_ACCOUNTS)
@require_POST
def again(request: HttpRequest, pk: int) -> HttpResponse:
    """Invite the holder of an account anew: the first code was lost, or the password is forgotten."""
    user, form = get_object_or_404(User, pk=pk), MeansForm(request.POST)
    if not form.is_valid():
        return redirect("account:account", pk=pk)
    try:
        means = Means(form.cleaned_data["means"])
        return hand_over(request, invite(user=user, means=means, by=cast(User, request.user), at=timezone.now()))
    except RefusedError as refused:
        return render(request, "account/refused.html", {"refused": refused, "trail": trail()}, status=422)


@requires(Permission.MANAGE_ACCOUNTS)
def unit(request: HttpRequest) -> HttpResponse:
    """Count first whom the letters would go to, then write them: one file with a page for each."""
    by, at = cast(User, request.user), timezone.now()
    on = timezone.localdate(at)
    chosen = request.POST or request.GET
    form = InviteUnitForm(chosen if "unit" in chosen else None, by=by, on=on)
    invitees = invitees_of(form.chosen_unit, on=on) if form.is_valid() else None
    if invitees and request.method == "POST":
        people = list(invitees.chosen(again=form.cleaned_data["again"]))
        issued = invite_staff(people=people, by=by, at=at)
        units = {person.nip: person.unit_name or "" for person in people}
        return letters(request, issued, units=units, at=at, name=f"undangan-{form.chosen_unit.code}")
    count = invitees.chosen(again=form.cleaned_data["again"]).count() if invitees else 0
    context = {"form": form, "invitees": invitees, "count": count, "trail": trail()}
    return render(request, "account/invite_unit.html", context, status=422 if form.errors else 200)


def hand_over(request: HttpRequest, issued: IssuedInvitation) -> HttpResponse:
    """Give the code out, this once: as a letter to print, or as a link to copy, mailed too where that is possible."""
    user = issued.invitation.user
    if issued.invitation.means == Means.LETTER:
        at = issued.invitation.invited_at
        units = unit_of_holder(user, on=timezone.localdate(at))
        return letters(request, [issued], units=units, at=at, name=f"undangan-{user.username}")
    link, recipient = link_of(request, issued.code), person_of(user)
    context = {
        "user_invited": user,
        "link": link,
        "expires_at": issued.invitation.expires_at,
        "sent": send_link(link, to=recipient.email if recipient else "", expires_at=issued.invitation.expires_at),
        "trail": trail(),
    }
    answer = render(request, "account/link.html", context)
    answer["Cache-Control"] = "no-store"
    return answer


def trail() -> list[tuple[str, str]]:
    return [(_("Akun"), reverse("account:accounts"))]
