from django.urls import path

from pembina.web.satisfaction_tool import views

app_name = "satisfaction_tool"
urlpatterns = [
    path("", views.index, name="index"),
    path("kolom/", views.columns, name="columns"),
    path("hasil/", views.result, name="result"),
    path("hasil.pdf", views.pdf, name="pdf"),
    path("hasil.json", views.json_file, name="json"),
    path("contoh/", views.sample, name="sample"),
    path("contoh.csv", views.sample_download, name="sample_download"),
    path("templat.xlsx", views.template_workbook, name="template_workbook"),
    path("templat.csv", views.template_csv, name="template_csv"),
]
