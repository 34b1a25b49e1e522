from django.urls import path

from pembina.web.people import choosing_views, unit_views, views

app_name = "people"
urlpatterns = [
    path("pegawai/", views.index, name="index"),
    path("pegawai/unduh/", views.export, name="export"),
    path("pegawai/pilih/", choosing_views.choose, name="choose"),
    path("pegawai/<int:pk>/", views.person, name="person"),
    path("unit-kerja/", unit_views.units, name="units"),
    path("unit-kerja/<int:pk>/", unit_views.unit, name="unit"),
]
