import pytest

from domain.services.surveys.survey_world import SurveyWorld


@pytest.fixture
def survey(db):
    return SurveyWorld()
