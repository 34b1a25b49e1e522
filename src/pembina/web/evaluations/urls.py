from django.urls import path

from pembina.web.evaluations import (
    check_views,
    evaluation_views,
    joint_views,
    list_views,
    outcome_views,
    signer_views,
    step_views,
    version_views,
)

app_name = "evaluations"

urlpatterns = [
    path("", list_views.index, name="index"),
    path("unduh/", list_views.export, name="export"),
    path("baru/", evaluation_views.new, name="new"),
    path("<int:pk>/", evaluation_views.show, name="show"),
    path("<int:pk>/hentikan/", evaluation_views.drop, name="drop"),
    path("<int:pk>/versi-baru/", evaluation_views.revise, name="revise"),
    path("<int:pk>/versi-baru/batal/", evaluation_views.discard, name="discard"),
    path("<int:pk>/ukuran/", outcome_views.outcomes, name="outcomes"),
    path("<int:pk>/ukuran/tambah/", outcome_views.add, name="outcome_add"),
    path("ukuran/<int:pk>/", outcome_views.edit, name="outcome_edit"),
    path("ukuran/<int:pk>/hapus/", outcome_views.remove, name="outcome_remove"),
    path("<int:pk>/satuan/", step_views.units, name="units"),
    path("<int:pk>/jangka-waktu/", step_views.window, name="window"),
    path("<int:pk>/aturan/", step_views.rule, name="rule"),
    path("<int:pk>/penanda-tangan/", signer_views.signers, name="signers"),
    path("penanda-tangan/<int:pk>/hapus/", signer_views.remove, name="signer_remove"),
    path("<int:pk>/periksa/", check_views.check, name="check"),
    path("<int:pk>/bersama/", check_views.together, name="together"),
    path("<int:pk>/bersama/<int:programme>/", joint_views.joint, name="joint"),
    path("<int:pk>/bersama/pisahkan/", check_views.separate, name="separate"),
    path("versi/<int:pk>/", version_views.version, name="version"),
    path("versi/<int:pk>/isi.json", version_views.content, name="content"),
]
