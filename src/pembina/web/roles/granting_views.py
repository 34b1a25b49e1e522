"""A role is given or ended by those who may."""

from datetime import timedelta
from typing import cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from pembina.domain.access.models import RoleGrant, User
from pembina.domain.access.permissions import Permission
from pembina.domain.access.refusals import RefusedError
from pembina.domain.people.operations import grant_role, revoke_role
from pembina.domain.people.role_queries import grants_in_power_of
from pembina.web.access import requires
from pembina.web.choosing import chosen_in
from pembina.web.components.formatting import in_language
from pembina.web.components.refusals import refuse_on
from pembina.web.roles.forms import EndForm, GrantForm, roles_to_give
from pembina.web.roles.grant_rows import days_of, reach_of

ONE_DAY = timedelta(days=1)


@requires(Permission.GRANT_ROLES)
def grant(request: HttpRequest) -> HttpResponse:
    """Ask who gets which role; the search buttons only search."""
    by, on = cast(User, request.user), timezone.localdate()
    initial = {"user": request.GET.get("akun", ""), "starts_on": on}
    form = GrantForm(request.POST or None, by=by, on=on, initial=initial)
    searching = bool(chosen_in(request))
    if form.is_bound and not searching and form.is_valid() and granted(form, by):
        name = form.cleaned_data["user"].display_name
        said = _("%(name)s kini memegang peran %(role)s.")
        messages.success(request, said % {"name": name, "role": in_language(form.chosen_role.name)})
        return redirect("roles:grants")
    context = {"form": form, "searching": searching, "roles": roles_to_give(by, on=on), "trail": trail()}
    return render(request, "roles/grant.html", context, status=422 if form.is_bound and not searching else 200)


@requires(Permission.GRANT_ROLES)
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask until when, and end a grant that the visitor could have given."""
    by, on = cast(User, request.user), timezone.localdate()
    found = get_object_or_404(grants_in_power_of(by, on=on).select_related("user", "unit"), pk=pk)
    form = EndForm(request.POST if request.method == "POST" else None)
    if form.is_valid() and ended(form, found, by):
        messages.success(request, _("Pemberian peran diakhiri."))
        return redirect("roles:grants")
    facts = [
        (_("Penerima"), f"{found.user.display_name} ({found.user.username})"),
        (_("Peran"), in_language(found.role.name)),
        (_("Jangkauan"), reach_of(found)),
        (_("Masa"), days_of(found)),
    ]
    context = {"form": form, "facts": facts, "trail": trail()}
    return render(request, "roles/end.html", context, status=422 if form.is_bound else 200)


def granted(form: GrantForm, by: User) -> bool:
    """Give the role, or say the refusal on the form."""
    chosen = form.cleaned_data
    try:
        grant_role(
            to=chosen["user"],
            role=form.chosen_role,
            unit=chosen["unit"],
            starts_on=chosen["starts_on"],
            ends_on=chosen["ends_on"],
            letter=chosen["letter"],
            by=by,
            at=timezone.now(),
        )
    except RefusedError as refused:
        refuse_on(form, refused)
        return False
    return True


def ended(form: EndForm, found: RoleGrant, by: User) -> bool:
    """End the grant after the last day named, or now; or say the refusal on the form."""
    last = form.cleaned_data["last_day"]
    from_day = last + ONE_DAY if last else timezone.localdate()
    try:
        revoke_role(grant=found, from_day=from_day, by=by, at=timezone.now())
    except RefusedError as refused:
        refuse_on(form, refused, field="last_day")
        return False
    return True


def trail() -> list[tuple[str, str]]:
    return [(_("Peran"), reverse("roles:index")), (_("Pemberian peran"), reverse("roles:grants"))]
