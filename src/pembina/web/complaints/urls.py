from django.urls import path

from pembina.web.complaints import (
    case_views,
    import_views,
    public_views,
    publication_views,
    published_views,
    queue_views,
)

app_name = "complaints"
urlpatterns = [
    path("pengaduan/", public_views.write, name="write"),
    path("pengaduan/jawaban/", published_views.published, name="published"),
    path("pengaduan/lacak/", public_views.follow, name="follow"),
    path("pengaduan/lacak/keadaan/", public_views.followed, name="followed"),
    path("pengaduan/lacak/tulis/", public_views.add, name="add"),
    path("pengaduan/lacak/buka-kembali/", public_views.reopen, name="reopen"),
    path("pengaduan/lacak/nilai/", public_views.judge, name="judge"),
    path("pengaduan/lacak/tutup/", public_views.leave, name="leave"),
    path("pengaduan-masuk/", queue_views.queue, name="queue"),
    path("pengaduan-masuk/unduh/", queue_views.export, name="export"),
    path("pengaduan-masuk/pilah-bersama/", queue_views.sort_together, name="sort_together"),
    path("pengaduan-masuk/angka/", queue_views.figures, name="figures"),
    path("pengaduan-masuk/impor/", import_views.bring_in, name="import"),
    path("pengaduan-masuk/impor/terapkan/", import_views.apply, name="apply_import"),
    path("pengaduan-masuk/impor/templat/", import_views.template, name="import_template"),
    path("pengaduan-masuk/impor/jawaban/", import_views.answers, name="answers"),
    path("pengaduan-masuk/impor/<int:pk>/urungkan/", import_views.undo, name="undo_import"),
    path("pengaduan-masuk/<int:pk>/", case_views.case, name="case"),
    path("pengaduan-masuk/<int:pk>/kontak/", case_views.contact, name="contact"),
    path("pengaduan-masuk/<int:pk>/ambil-alih/", case_views.take_over, name="take_over"),
    path("pengaduan-masuk/<int:pk>/pilah/", case_views.triage, name="triage"),
    path("pengaduan-masuk/<int:pk>/tugaskan/", case_views.assign, name="assign"),
    path("pengaduan-masuk/<int:pk>/teruskan/", case_views.forward, name="forward"),
    path("pengaduan-masuk/<int:pk>/jawab/", case_views.reply, name="reply"),
    path("pengaduan-masuk/<int:pk>/catat/", case_views.note, name="note"),
    path("pengaduan-masuk/<int:pk>/akhiri/", case_views.decline, name="decline"),
    path("pengaduan-masuk/<int:pk>/terbitkan/", publication_views.publish, name="publish"),
    path("pengaduan-masuk/<int:pk>/tarik/", publication_views.withdraw, name="withdraw"),
]
