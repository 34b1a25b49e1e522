"""Every address: one line per journey."""

from django.urls import include, path

from pembina.web.administration.tables import site

urlpatterns = [
    # The survey first: citizens answer it in queues, and every address before it costs them time.
    path("survei/", include("pembina.web.surveys.public.urls")),
    path("", include("pembina.web.home.urls")),
    path("akun/", include("pembina.web.account.urls")),
    path("peran/", include("pembina.web.roles.urls")),
    path("", include("pembina.web.people.urls")),
    path("impor/", include("pembina.web.imports.urls")),
    path("permohonan/token/", include("pembina.web.api_tokens.urls")),
    path("permohonan/impor/", include("pembina.web.request_imports.urls")),
    path("", include("pembina.web.staffing.urls")),
    path("laporan-data/", include("pembina.web.corrections.urls")),
    path("", include("pembina.web.audit.urls")),
    path("hasil-skm/", include("pembina.web.survey_results.urls")),
    path("skm/", include("pembina.web.survey_results.board_urls")),
    path("", include("pembina.web.ledger.urls")),
    path("", include("pembina.web.forums.urls")),
    path("", include("pembina.web.public_services.urls")),
    path("admin/", site.urls),
    path("api/v1/", include("pembina.api.urls")),
    path("", include("pembina.web.complaints.urls")),
    path("galeri/", include("pembina.web.gallery.urls")),
    path("survei-skm/", include("pembina.web.surveys.urls")),
    path("alat/dampak/", include("pembina.web.effect_tool.urls")),
    path("", include("pembina.web.portal.urls")),
    path("program/", include("pembina.web.programmes.urls")),
    path("angkatan/", include("pembina.web.sessions.urls")),
    path("belajar/", include("pembina.web.learning.urls")),
    path("hadir/", include("pembina.web.attendance.urls")),
    path("tes/", include("pembina.web.learning_tests.urls")),
    path("rencana-aksi/", include("pembina.web.action_plans.urls")),
    path("evaluasi/", include("pembina.web.evaluations.urls")),
    path("rencana-gelombang/", include("pembina.web.wave_planner.urls")),
    path("hasil-evaluasi/", include("pembina.web.evaluation_results.urls")),
    path("keputusan/", include("pembina.web.decisions.urls")),
    path("program-berhasil/", include("pembina.web.programme_results.urls")),
    path("sertifikat/", include("pembina.web.certificates.urls")),
    path("hasil-kinerja/", include("pembina.web.performance_results.urls")),
    path("jam-belajar/", include("pembina.web.learning_hours.urls")),
    path("", include("pembina.web.partners.urls")),
    path("alat/skm/", include("pembina.web.satisfaction_tool.urls")),
]
