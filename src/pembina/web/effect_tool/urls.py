from django.urls import path

from pembina.web.effect_tool import downloads, views

app_name = "effect_tool"
urlpatterns = [
    path("", views.index, name="index"),
    path("kolom/", views.columns, name="columns"),
    path("hasil/", views.result, name="result"),
    path("contoh/", views.sample, name="sample"),
    path("contoh.csv", downloads.sample_file, name="sample_file"),
    path("templat.csv", downloads.template_csv, name="template_csv"),
    path("templat.xlsx", downloads.template_xlsx, name="template_xlsx"),
    path("unduh/laporan.pdf", downloads.report, name="report"),
    path("unduh/hasil.json", downloads.data, name="data"),
]
