"""What the survey is measured against: the least a view can do with the same request, which is to insert its row."""

import json
from datetime import UTC, datetime

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from pembina.config.urls import urlpatterns as ours
from pembina.core.rules.satisfaction_index import ELEMENTS
from pembina.domain.services.models import SurveyResponse

SAME_FOR_ALL = {"means": "qr", "place_id": 1, "period_id": 1}


@csrf_exempt
def bare(request: HttpRequest) -> HttpResponse:
    """Insert what was sent, unseen."""
    said, now = json.loads(request.body), datetime.now(UTC)
    row = {"client_key": said["key"], **{element: said[element] for element in ELEMENTS}, **SAME_FOR_ALL}
    SurveyResponse.objects.create(answered_on=now.date(), received_at=now, **row)
    return HttpResponse(status=201)


bare.pembina_access = "open"
urlpatterns = [path("bare/", bare), *ours]
