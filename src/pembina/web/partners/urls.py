from django.urls import path

from pembina.web.partners import curriculum_views, form_views, partner_views

app_name = "partners"

urlpatterns = [
    path("mitra/", partner_views.index, name="index"),
    path("mitra/baru/", partner_views.new, name="new"),
    path("mitra/<int:pk>/", partner_views.show, name="show"),
    path("mitra/<int:pk>/ubah/", partner_views.edit, name="edit"),
    path("mitra/<int:pk>/pemakaian/", partner_views.use, name="use"),
    path("mitra/<int:pk>/perjanjian/", partner_views.agree, name="agree"),
    path("mitra/<int:pk>/akun/", partner_views.account, name="account"),
    path("mitra/perjanjian/<int:pk>/", partner_views.agreement, name="agreement"),
    path("mitra/akun/<int:pk>/cabut/", partner_views.account_end, name="account_end"),
    path("kurikulum/", curriculum_views.curricula, name="curricula"),
    path("kurikulum/baru/", curriculum_views.new, name="curriculum_new"),
    path("kurikulum/<int:pk>/", curriculum_views.curriculum, name="curriculum"),
    path("kurikulum/<int:pk>/ubah/", curriculum_views.edit, name="curriculum_edit"),
    path("kurikulum/<int:pk>/versi-baru/", curriculum_views.draft, name="draft"),
    path("kurikulum/<int:pk>/pemakaian/", curriculum_views.use, name="curriculum_use"),
    path("kurikulum/<int:pk>/bandingkan/", curriculum_views.compare, name="compare"),
    path("kurikulum/versi/<int:pk>/", curriculum_views.version, name="version"),
    path("kurikulum/versi/<int:pk>/berlakukan/", curriculum_views.in_force, name="in_force"),
    path("kurikulum/versi/<int:pk>/buang/", curriculum_views.discard, name="discard"),
    path("bentuk-pengembangan/", form_views.forms, name="forms"),
    path("bentuk-pengembangan/<int:number>/", form_views.form, name="form"),
    path("bentuk-pengembangan/<int:number>/tetapkan/", form_views.set_own, name="set_own"),
    path("bentuk-pengembangan/ketetapan/<int:pk>/akhiri/", form_views.end_own, name="end_own"),
]
