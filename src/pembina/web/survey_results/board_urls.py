from django.urls import path

from pembina.web.survey_results import board_views

app_name = "survey_board"
urlpatterns = [
    path("", board_views.index, name="index"),
    path("<int:pk>/", board_views.result, name="result"),
    path("<int:pk>/v<int:number>/", board_views.one_version, name="version"),
    path("<int:pk>/v<int:number>/data.json", board_views.json_file, name="json"),
    path("<int:pk>/v<int:number>/laporan.pdf", board_views.pdf, name="pdf"),
    path("<int:pk>/v<int:number>/laporan.xlsx", board_views.workbook, name="workbook"),
]
