"""Anybody verifies a certificate: by the code of its address, or by typing number and code."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from pembina.domain.access.floods import FloodError
from pembina.domain.access.refusals import RefusedError
from pembina.domain.development.operations.certificates import find_certificate
from pembina.domain.development.queries.certificates import certificate_of_code
from pembina.web.access import open_to_all
from pembina.web.access.address import client_address
from pembina.web.certificates.forms import LookUpForm
from pembina.web.certificates.present import public_page
from pembina.web.components.refusals import refuse_on

UNPROCESSABLE, TOO_MANY = 422, 429


@open_to_all
@require_safe
@never_cache
def verify(request: HttpRequest, code: str) -> HttpResponse:
    """Show name, title, days, hours and whether it holds; an unknown code is told in a friendly way."""
    certificate = certificate_of_code(code)
    if certificate is None:
        return hidden(render(request, "certificates/unknown.html", status=404))
    context = {"page": public_page(certificate, on=timezone.localdate())}
    return hidden(render(request, "certificates/verify.html", context))


@open_to_all
@never_cache
def look_up(request: HttpRequest) -> HttpResponse:
    """Ask for number and code; the code opens the page, the number alone nothing."""
    form, status = LookUpForm(request.POST or None), 200
    if form.is_bound:
        status = UNPROCESSABLE
        if form.is_valid():
            device = str(request.META.get("CSRF_COOKIE", ""))
            try:
                found = find_certificate(
                    **form.cleaned_data, device=device, address=client_address(request), at=timezone.now()
                )
                return redirect("certificates:verify", found.code)
            except RefusedError as refused:
                refuse_on(form, refused)
                status = TOO_MANY if isinstance(refused, FloodError) else UNPROCESSABLE
    return hidden(render(request, "certificates/look_up.html", {"form": form}, status=status))


def hidden(response: HttpResponse) -> HttpResponse:
    """Keep search engines from a page that names somebody."""
    response["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return response
