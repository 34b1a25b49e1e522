from django.urls import path

from pembina.api import views

app_name = "api"
urlpatterns = [
    path("request-events", views.events, name="events"),
    path("openapi.json", views.openapi, name="openapi"),
]
