from django.urls import path

from pembina.web.audit import chain, views

app_name = "audit"
urlpatterns = [
    path("pegawai/<int:pk>/jejak/", views.person, name="person"),
    path("akun/jejak/", views.mine, name="mine"),
    path("audit/", views.index, name="index"),
    path("audit/unduh/xlsx/", views.workbook, name="workbook"),
    path("audit/unduh/csv/", views.csv, name="csv"),
    path("audit/rantai/", chain.index, name="chain"),
    path("audit/rantai/periksa/", chain.check, name="check"),
]
