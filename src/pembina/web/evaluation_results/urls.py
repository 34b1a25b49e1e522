"""What a run found, beside the other levels of the programme."""

from django.urls import path

from pembina.web.evaluation_results import action_views, download_views, views

app_name = "evaluation_results"

urlpatterns = [
    path("<int:pk>/", views.show, name="show"),
    path("<int:pk>/json/", download_views.result, name="result"),
    path("<int:pk>/xlsx/", download_views.workbook, name="workbook"),
    path("<int:pk>/jenjang-4/", action_views.level_four, name="level_four"),
    path("data/<int:pk>/", download_views.panel, name="panel"),
    path("evaluasi/<int:pk>/", views.latest, name="latest"),
    path("evaluasi/<int:pk>/banding/", views.compare, name="compare"),
    path("evaluasi/<int:pk>/hitung/", action_views.ask, name="ask"),
]
