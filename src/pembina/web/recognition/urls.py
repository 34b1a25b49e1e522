from django.urls import include, path

from pembina.web.recognition import (
    award_views,
    decide_views,
    import_views,
    jury_views,
    medal_views,
    nomination_views,
    own_views,
    round_views,
    support_views,
)

app_name = "recognition"

of_round = [
    path("", award_views.show, name="show"),
    path("ubah/", round_views.edit, name="edit"),
    path("kriteria/", round_views.criteria, name="criteria"),
    path("terbitkan/", round_views.publish, name="publish"),
    path("mulai-menilai/", round_views.begin, name="begin"),
    path("tarik/", round_views.withdraw, name="withdraw"),
    path("babak-baru/", round_views.renew, name="renew"),
    path("juri/", jury_views.jury, name="jury"),
    path("nominasi/", jury_views.nominations, name="nominations"),
    path("putuskan/", decide_views.decide, name="decide"),
    path("nominasikan/", nomination_views.choose, name="choose"),
    path("nominasikan/<int:nominee>/", nomination_views.nominate, name="nominate"),
    path("dukung/<int:nominee>/", support_views.support, name="support"),
]
of_nomination = [
    path("", nomination_views.show, name="nomination"),
    path("ubah/", nomination_views.correct, name="correct"),
    path("tarik/", nomination_views.withdraw, name="withdraw_nomination"),
    path("tolak/", nomination_views.decline, name="decline"),
    path("minta-perbaikan/", nomination_views.ask, name="ask_for_correction"),
    path("nilai/", jury_views.judge, name="judge"),
    path("perlihatkan-upaya/", support_views.show_effort, name="show_effort"),
    path("hubungan/", jury_views.relation, name="relation"),
]
of_medals = [
    path("", medal_views.medals, name="medals"),
    path("unduh/", medal_views.export, name="export_medals"),
    path("impor/", import_views.bring_in, name="import"),
    path("impor/templat/", import_views.template, name="import_template"),
    path("impor/terapkan/", import_views.apply, name="apply_import"),
    path("impor/temuan/", import_views.report, name="import_report"),
    path("impor/<int:pk>/urungkan/", import_views.undo, name="undo_import"),
    path("<int:pk>/", medal_views.person, name="medal_person"),
    path("<int:pk>/periksa/", medal_views.check, name="medal_check"),
    path("<int:pk>/catat/", medal_views.add, name="medal_add"),
    path("tanda/<int:pk>/tarik/", medal_views.take_back, name="medal_take_back"),
]
urlpatterns = [
    path("", award_views.index, name="index"),
    path("unduh/", award_views.export, name="export"),
    path("saya/", own_views.own, name="own"),
    path("buat/", round_views.make, name="make"),
    path("kriteria/<int:pk>/hapus/", round_views.remove, name="remove_criterion"),
    path("juri/<int:pk>/hapus/", jury_views.dismiss, name="dismiss"),
    path("dukungan/<int:pk>/tarik/", support_views.withdraw, name="withdraw_support"),
    path("nominasi/<int:pk>/", include(of_nomination)),
    path("satyalancana/", include(of_medals)),
    path("<int:pk>/", include(of_round)),
]
