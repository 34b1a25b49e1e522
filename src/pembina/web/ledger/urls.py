from django.urls import path

from pembina.web.ledger import counter_views, figures_views, move_views, request_views

app_name = "ledger"
urlpatterns = [
    path("loket/", counter_views.counter, name="counter"),
    path("loket/<int:pk>/langkah/", counter_views.step, name="step"),
    path("loket/<int:pk>/urungkan/", counter_views.undo, name="undo"),
    path("permohonan/", request_views.index, name="index"),
    path("permohonan/unduh/", request_views.export, name="export"),
    path("permohonan/janggal/", request_views.flawed, name="flawed"),
    path("permohonan/<int:pk>/", request_views.show, name="request"),
    path("permohonan/<int:pk>/betulkan/", request_views.correct, name="correct"),
    path("permohonan/<int:pk>/pindahkan/", move_views.move, name="move"),
    path("waktu-layanan/", figures_views.compare, name="figures"),
    path("waktu-layanan/unduh/", figures_views.export, name="figures_export"),
    path("waktu-layanan/<int:pk>/", figures_views.service, name="service"),
    path("waktu-layanan/<int:pk>/hitung-ulang/", figures_views.recount, name="recount"),
]
