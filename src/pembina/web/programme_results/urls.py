from django.urls import path

from pembina.web.programme_results import views

app_name = "programme_results"
urlpatterns = [
    path("", views.index, name="index"),
    path("<int:pk>/", views.show, name="show"),
    path("<int:pk>/data.json", views.json_file, name="json"),
]
