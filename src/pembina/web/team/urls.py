from django.urls import path

from pembina.web.team import views

app_name = "team"

urlpatterns = [
    path("", views.index, name="index"),
    path("setujui/<int:pk>/", views.agree, name="agree"),
]
