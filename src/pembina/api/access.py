"""Who calls: a program that shows a token. Wrong tokens meet the brake on guessing."""

from collections.abc import Callable
from functools import wraps

from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from pembina.api.answers import refusal
from pembina.core.text import Text
from pembina.domain.access.brake import AttemptRefusedError, Guess, count_attempt
from pembina.domain.services.models import ApiToken
from pembina.domain.services.operations.api_tokens import note_use, token_of

View = Callable[[HttpRequest, ApiToken], JsonResponse]
SCHEME = "bearer"
_NO_TOKEN = (
    Text(id="Token tidak ada, salah, atau sudah dicabut.", en="The token is missing, wrong or revoked."),
    Text(
        id="Kirim kepala Authorization: Bearer TOKEN; token dibuat koordinator layanan di halaman Token API.",
        en="Send the header Authorization: Bearer TOKEN; the coordinator of services issues one on the page Token API.",
    ),
)
_WAIT = Text(id="Tunggu 15 menit, lalu coba lagi.", en="Wait 15 minutes and try again.")


def by_token(view: View) -> Callable[[HttpRequest], JsonResponse]:
    """Let in a program that shows a token in use; it has no session, so no form of another site can speak for it."""

    @wraps(view)
    def guarded(request: HttpRequest) -> JsonResponse:
        if request.method != "POST":
            answer = refusal(405, "method", _BY_POST, _BY_POST_ONLY)
            answer["Allow"] = "POST"
            return answer
        scheme, _, secret = request.headers.get("Authorization", "").partition(" ")
        token = token_of(secret.strip()) if scheme.lower() == SCHEME and secret.strip() else None
        if token is None:
            return _refused(request)
        note_use(token, at=timezone.now())
        return view(request, token)

    # The access line of the house: anybody may knock, the token decides.
    guarded.pembina_access = "open"  # type: ignore[attr-defined]
    return csrf_exempt(guarded)


def _refused(request: HttpRequest) -> JsonResponse:
    try:
        count_attempt(Guess.API_TOKEN, at_account=request.META.get("REMOTE_ADDR", ""), address=None, at=timezone.now())
    except AttemptRefusedError as refused:
        answer = refusal(429, "token", refused.message, _WAIT)
        answer["Retry-After"] = "900"
        return answer
    answer = refusal(401, "token", *_NO_TOKEN)
    answer["WWW-Authenticate"] = "Bearer"
    return answer


_BY_POST = Text(id="Alamat ini hanya menerima POST.", en="This address takes POST only.")
_BY_POST_ONLY = Text(id="Baca uraiannya di /api/v1/openapi.json.", en="Read how it is used at /api/v1/openapi.json.")
