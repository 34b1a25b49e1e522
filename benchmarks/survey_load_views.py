"""What the survey is measured against: one row into the same table, by a view that does nothing else."""

from datetime import UTC, datetime
from uuid import uuid4

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from pembina.config.urls import urlpatterns as ours
from pembina.core.rules.satisfaction_index import ELEMENTS
from pembina.domain.services.models import SurveyResponse

ROW = {**dict.fromkeys(ELEMENTS, 3), "means": "qr", "place_id": 1, "period_id": 1}


@csrf_exempt
def bare(request: HttpRequest) -> HttpResponse:
    """Insert."""
    now = datetime.now(UTC)
    SurveyResponse.objects.create(client_key=uuid4(), answered_on=now.date(), received_at=now, **ROW)
    return HttpResponse(status=201)


bare.pembina_access = "open"
urlpatterns = [path("bare/", bare), *ours]
