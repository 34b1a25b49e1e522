from django.urls import path

from pembina.web.surveys import import_views, period_views, place_views, response_views, typing_views

app_name = "surveys"
urlpatterns = [
    path("", period_views.index, name="index"),
    path("baru/", period_views.choose_unit, name="choose_unit"),
    path("baru/<int:unit>/", period_views.plan, name="plan"),
    path("<int:pk>/", period_views.period, name="period"),
    path("<int:pk>/ubah/", period_views.edit, name="edit"),
    path("<int:pk>/tutup/", period_views.close, name="close"),
    path("<int:pk>/jawaban/", response_views.responses, name="responses"),
    path("<int:pk>/jawaban/putuskan/", response_views.decide, name="decide"),
    path("<int:pk>/jawaban/batalkan/", response_views.undo_decision, name="undo_decision"),
    path("<int:pk>/jawaban/unduh/", response_views.export, name="export"),
    path("kertas/", typing_views.paper, name="paper"),
    path("<int:pk>/ketik/", typing_views.type_forms, name="type"),
    path("<int:pk>/ketik/<int:response>/batalkan/", typing_views.undo, name="undo_typed"),
    path("<int:pk>/impor/", import_views.bring_in, name="import"),
    path("<int:pk>/impor/templat.xlsx", import_views.template, name="template"),
    path("<int:pk>/impor/terapkan/", import_views.apply, name="apply_import"),
    path("impor/<int:pk>/urungkan/", import_views.undo, name="undo_import"),
    path("loket/", place_views.places, name="places"),
    path("loket/baru/", place_views.choose_unit, name="choose_place_unit"),
    path("loket/baru/<int:unit>/", place_views.open_new, name="open_place"),
    path("loket/<int:pk>/", place_views.place, name="place"),
    path("loket/<int:pk>/ubah/", place_views.edit, name="edit_place"),
    path("loket/<int:pk>/poster-<slug:paper>.pdf", place_views.poster_pdf, name="poster"),
    path("loket/<int:pk>/kode/", place_views.codes, name="codes"),
    path("loket/<int:pk>/kode/cabut/", place_views.withdraw, name="withdraw_codes"),
]
