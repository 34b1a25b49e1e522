from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest, JsonResponse
from django.utils import timezone

from pembina.api.access import by_token
from pembina.api.answers import faults, refusal, request_now
from pembina.api.document import DOCUMENT
from pembina.api.reports import NOT_JSON, UnusableReportError, report_of
from pembina.domain.people.refusals import RefusedError
from pembina.domain.services.api_refusals import (
    FieldRefusedError,
    KeyUsedOtherwiseError,
    TooManyEventsError,
    UnknownNumberError,
    UnknownServiceCodeError,
)
from pembina.domain.services.models import ApiToken
from pembina.domain.services.operations.reported_events import take_report

STATUS: dict[type[RefusedError], int] = {
    UnknownServiceCodeError: 404,
    UnknownNumberError: 404,
    KeyUsedOtherwiseError: 409,
}


@by_token
def events(request: HttpRequest, token: ApiToken) -> JsonResponse:
    """Take one event of a request; sent again with the same key it changes nothing."""
    try:
        taken = take_report(report=report_of(request.body), token=token, at=timezone.now())
    except RequestDataTooBig:
        return faults(413, [NOT_JSON])
    except UnusableReportError as unusable:
        return faults(422, unusable.faults)
    except TooManyEventsError as refused:
        answer = refusal(429, "token", refused.message, refused.remedy)
        answer["Retry-After"] = "60"
        return answer
    except FieldRefusedError as refused:
        return refusal(STATUS.get(type(refused), 422), refused.field, refused.message, refused.remedy)
    except RefusedError as refused:
        return refusal(409, "event", refused.message, refused.remedy)
    return request_now(taken.request, repeated=taken.repeated)


def openapi(request: HttpRequest) -> JsonResponse:
    """Give the description of this interface, for people and for programs that write programs."""
    return JsonResponse(DOCUMENT, json_dumps_params={"ensure_ascii": False, "indent": 1})


openapi.pembina_access = "open"  # type: ignore[attr-defined]
