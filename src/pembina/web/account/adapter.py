"""Where django-allauth asks us: nobody signs up, and what happens once somebody has shown who they are."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, resolve_url
from django.utils import timezone

from pembina.domain.access import sign_in as operations
from pembina.domain.access.models import User
from pembina.domain.access.sessions.store import FACTS, facts_of
from pembina.web.access.address import client_address
from pembina.web.access.second_factor import note_second_factor
from pembina.web.account.start import means_of

# A recovery code stands in for the factor that is out of reach.
FACTORS = set(Authenticator.Type.values)


class AccountAdapter(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts come from the human resources office; signing in ends with an event and on a page of this site."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_login_stages(self) -> list[str]:
        return ["pembina.web.account.stages.SecondFactorStage"]

    def respond_user_inactive(self, request: HttpRequest, user: User) -> HttpResponse:
        return redirect("account:sign_in")

    def login(self, request: HttpRequest, user: User) -> None:
        """Begin the session, unless the account was closed between its first step and the last."""
        if not user.is_active:
            raise ImmediateHttpResponse(self.respond_user_inactive(request, user))
        super().login(request, user)

    def post_login(self, request: HttpRequest, user: User, *, redirect_url: str | None, **rest: Any) -> HttpResponse:
        means = means_of(request, user)
        if not FACTORS.isdisjoint(means):
            note_second_factor(request)
        address, at = client_address(request), timezone.now()
        request.session[FACTS] = facts_of(address=address, agent=request.headers.get("User-Agent", ""), at=at)
        operations.sign_in(by=user, means=", ".join(means), address=address, at=at)
        return redirect(redirect_url or resolve_url(self.get_login_redirect_url(request)))


class SocialAccountAdapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """An account elsewhere never makes one here."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        return False
