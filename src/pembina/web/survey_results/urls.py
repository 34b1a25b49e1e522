from django.urls import path

from pembina.web.survey_results import follow_up_views, report_views, views

app_name = "survey_results"
urlpatterns = [
    path("", views.index, name="index"),
    path("<int:pk>/", views.result, name="result"),
    path("<int:pk>/terbit/", views.publish, name="publish"),
    path("<int:pk>/naskah/", report_views.sections, name="sections"),
    path("<int:pk>/laporan.pdf", report_views.pdf, name="pdf"),
    path("<int:pk>/laporan.xlsx", report_views.workbook, name="workbook"),
    path("<int:pk>/tindak-lanjut/", follow_up_views.plan, name="plan"),
    path("tindak-lanjut/<int:pk>/", follow_up_views.follow_up, name="follow_up"),
    path("tindak-lanjut/<int:pk>/ubah/", follow_up_views.edit, name="edit_plan"),
]
