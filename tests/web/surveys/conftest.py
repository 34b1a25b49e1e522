import pytest
from django.utils import timezone

from domain.services.surveys.survey_world import SurveyWorld, open_now


@pytest.fixture
def survey(db):
    return SurveyWorld(open_now(timezone.localdate()))
