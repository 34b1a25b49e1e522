from django.urls import path

from pembina.web.goals import (
    board_views,
    content_views,
    manual_views,
    own_views,
    paper_views,
    plan_views,
    roles_views,
    template_views,
)

app_name = "goals"

urlpatterns = [
    path("", own_views.index, name="index"),
    path("susun/", own_views.start, name="start"),
    path("matriks/", roles_views.roles_now, name="roles_now"),
    path("papan/", board_views.board, name="board"),
    path("papan/pegawai/", board_views.board_people, name="board_people"),
    path("papan/unduh/", board_views.board_file, name="board_file"),
    path("templat/", template_views.templates, name="templates"),
    path("templat/baru/", template_views.template_new, name="template_new"),
    path("templat/<int:pk>/", template_views.template_edit, name="template_edit"),
    path("templat/<int:pk>/hentikan/", template_views.template_retire, name="template_retire"),
    path("templat/<int:pk>/bagikan/", template_views.template_give, name="template_give"),
    path("templat/pembagian/<int:pk>/urungkan/", template_views.template_undo, name="template_undo"),
    path("<int:pk>/", plan_views.show, name="show"),
    path("<int:pk>/cetak/", paper_views.paper, name="paper"),
    path("<int:pk>/matriks/", roles_views.roles, name="roles"),
    path("<int:pk>/matriks/cetak/", roles_views.roles_paper, name="roles_paper"),
    path("<int:pk>/manual/cetak/", manual_views.manuals_paper, name="manuals_paper"),
    path("<int:pk>/langkah/<str:name>/", plan_views.step, name="step"),
    path("<int:pk>/kembalikan/", plan_views.give_back, name="give_back"),
    path("<int:pk>/lampiran/", plan_views.notes, name="notes"),
    path("<int:pk>/perilaku/", plan_views.behaviour, name="behaviour"),
    path("<int:pk>/hasil/", content_views.goal_new, name="goal_new"),
    path("<int:pk>/hasil/<int:goal>/", content_views.goal_edit, name="goal_edit"),
    path("<int:pk>/hasil/<int:goal>/hapus/", content_views.goal_remove, name="goal_remove"),
    path("<int:pk>/hasil/<int:goal>/pindah/<str:way>/", content_views.goal_move, name="goal_move"),
    path("<int:pk>/hasil/<int:goal>/indikator/", content_views.indicator_new, name="indicator_new"),
    path("<int:pk>/indikator/<int:indicator>/", content_views.indicator_edit, name="indicator_edit"),
    path("<int:pk>/indikator/<int:indicator>/hapus/", content_views.indicator_remove, name="indicator_remove"),
    path("<int:pk>/indikator/<int:indicator>/manual/", manual_views.manual, name="manual"),
    path("<int:pk>/indikator/<int:indicator>/realisasi/", own_views.realisation, name="realisation"),
]
