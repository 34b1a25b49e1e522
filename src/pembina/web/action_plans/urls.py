from django.urls import path

from pembina.web.action_plans import check_views, office_views, plan_views, rating_views, summary_views

app_name = "action_plans"

urlpatterns = [
    path("", plan_views.index, name="index"),
    path("susun/<int:pk>/", plan_views.start, name="start"),
    path("<int:pk>/", plan_views.show, name="show"),
    path("<int:pk>/langkah/<str:name>/", plan_views.step, name="step"),
    path("<int:pk>/kembalikan/", plan_views.give_back, name="give_back"),
    path("<int:pk>/butir/", plan_views.item_new, name="item_new"),
    path("<int:pk>/butir/<int:item>/", plan_views.item_edit, name="item_edit"),
    path("<int:pk>/butir/<int:item>/hapus/", plan_views.item_remove, name="item_remove"),
    path("<int:pk>/butir/<int:item>/periksa/<int:day>/", check_views.check, name="check"),
    path("<int:pk>/akhiri/", check_views.end, name="end"),
    path("perilaku/<int:pk>/", rating_views.behaviour, name="behaviour"),
    path("kemampuan/<int:pk>/<str:moment>/", rating_views.competence, name="competence"),
    path("terlambat/", office_views.late, name="late"),
    path("terlambat/unduh/", office_views.late_file, name="late_file"),
    path("pernyataan/<int:pk>/", office_views.statements, name="statements"),
    path("program/", summary_views.programmes, name="programmes"),
    path("program/<int:pk>/", summary_views.programme, name="programme"),
    path("program/<int:pk>/unduh/", summary_views.programme_file, name="programme_file"),
]
