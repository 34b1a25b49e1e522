"""The answer to an invitation: NIP, code and a password of one's own."""

from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from pembina.domain.access.brake import AttemptRefusedError
from pembina.domain.access.invitations.operations import accept_invitation
from pembina.domain.access.models import User
from pembina.web.access import open_to_all
from pembina.web.access.address import client_address
from pembina.web.account.forms import AcceptForm
from pembina.web.account.start import begin_session
from pembina.web.components.formatting import in_language


@open_to_all
def accept(request: HttpRequest, code: str = "") -> HttpResponse:
    """Ask for what the letter says; from a link the code is filled in. A success leads into the account."""
    form = AcceptForm(request.POST or None, initial={"code": code})
    user = entered(request, form) if form.is_valid() else None
    if user is not None:
        return begin_session(request, user, method="invitation")
    answer = render(request, "account/accept.html", {"form": form}, status=422 if form.is_bound else 200)
    answer["Cache-Control"] = "no-store"
    return answer


def entered(request: HttpRequest, form: AcceptForm) -> User | None:
    """Return the account, or None with the reason on the form."""
    typed = {name: form.cleaned_data[name] for name in ("nip", "code", "password")}
    try:
        return accept_invitation(**typed, address=client_address(request), at=timezone.now())
    except AttemptRefusedError as refused:
        form.add_error(None, in_language(refused.message))
    except ValidationError as weak:
        form.add_error("password", weak)
    return None
