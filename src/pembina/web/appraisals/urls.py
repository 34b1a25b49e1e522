from django.urls import path

from pembina.web.appraisals import (
    assign_views,
    board_views,
    leader_views,
    list_views,
    paper_views,
    period_views,
    rate_views,
    step_views,
)

app_name = "appraisals"

urlpatterns = [
    path("", list_views.index, name="index"),
    path("staf/", leader_views.team, name="team"),
    path("staf/<int:pk>/alasan/", leader_views.pattern_reason, name="pattern_reason"),
    path("semua/", list_views.everybody, name="everybody"),
    path("semua/unduh/", list_views.export, name="export"),
    path("periode/", period_views.periods, name="periods"),
    path("periode/buka/", period_views.period_new, name="period_new"),
    path("periode/<int:pk>/", board_views.period, name="period"),
    path("periode/<int:pk>/kemajuan/", board_views.latest, name="latest"),
    path("periode/<int:pk>/organisasi/", period_views.organisations, name="organisations"),
    path("periode/<int:pk>/kerjakan/<str:kind>/", board_views.work, name="work"),
    path("periode/<int:pk>/perbarui/", board_views.renew, name="renew"),
    path("<int:pk>/", rate_views.show, name="show"),
    path("<int:pk>/nilai/", rate_views.rate, name="rate"),
    path("<int:pk>/tunjuk-penilai/", assign_views.assign, name="assign"),
    path("<int:pk>/tandatangani/", rate_views.sign, name="sign"),
    path("<int:pk>/langkah/<str:name>/", step_views.step, name="step"),
    path("<int:pk>/kembalikan/", step_views.give_back, name="give_back"),
    path("<int:pk>/dokumen/<int:number>/", paper_views.document, name="document"),
    path("<int:pk>/rekaman-umpan-balik/", paper_views.feedback_record, name="feedback_record"),
    path("<int:pk>/hasil/<int:number>/", paper_views.result, name="result"),
]
