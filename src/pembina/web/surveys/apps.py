from django.apps import AppConfig


class SurveysConfig(AppConfig):
    name = "pembina.web.surveys"
    label = "surveys_pages"
