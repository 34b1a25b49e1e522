from django.urls import path

from pembina.web.api_tokens import views

app_name = "api_tokens"
urlpatterns = [
    path("", views.index, name="index"),
    path("<int:pk>/cabut/", views.revoke, name="revoke"),
]
