from django.urls import path

from pembina.web.request_imports import actions, downloads, views

app_name = "request_imports"
urlpatterns = [
    path("", views.index, name="index"),
    path("baru/", views.new, name="new"),
    path("templat/<slug:name>.<slug:ending>", downloads.template, name="template"),
    path("<int:pk>/", views.batch, name="batch"),
    path("<int:pk>/cara-baca/", views.reading, name="reading"),
    path("<int:pk>/terapkan/", actions.apply, name="apply"),
    path("<int:pk>/batalkan/", actions.discard, name="discard"),
    path("<int:pk>/ulangi/", actions.retry, name="retry"),
    path("<int:pk>/urungkan/", views.undo, name="undo"),
    path("<int:pk>/laporan.xlsx", downloads.report, name="report"),
    path("<int:pk>/salinan.csv", downloads.copy, name="copy"),
]
