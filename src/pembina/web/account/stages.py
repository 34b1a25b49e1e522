"""The step of a sign-in between the password and the session."""

from allauth.mfa.stages import AuthenticateStage
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from pembina.web.account.start import PERSONA, means_of


class SecondFactorStage(AuthenticateStage):  # type: ignore[misc]
    """Ask whoever has set a second factor up to show it; becoming a persona of the demonstration needs none."""

    urlname = "account:second_factor"

    def handle(self) -> tuple[HttpResponse | None, bool]:
        return (redirect(self.urlname) if self._should_handle(self.request) else None), True

    def _should_handle(self, request: HttpRequest) -> bool:
        return PERSONA not in means_of(request, self.login.user) and bool(super()._should_handle(request))
