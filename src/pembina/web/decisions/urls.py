from django.urls import path

from pembina.web.decisions import (
    bulk_views,
    deciding_views,
    list_views,
    paper_views,
    publication_views,
    task_views,
)

app_name = "decisions"

urlpatterns = [
    path("", list_views.index, name="index"),
    path("unduh/", list_views.export, name="export"),
    path("menunggu/", list_views.waiting, name="waiting"),
    path("tanda-tangan/", list_views.signatures, name="signatures"),
    path("evaluasi/<int:pk>/", deciding_views.decide, name="decide"),
    path("<int:pk>/", deciding_views.show, name="show"),
    path("<int:pk>/tanda-tangan/", deciding_views.sign, name="sign"),
    path("<int:pk>/naskah.pdf", paper_views.paper, name="paper"),
    path("<int:pk>/kabar/", publication_views.publication, name="publication"),
    path("<int:pk>/kabar/tarik/", publication_views.withdraw, name="withdraw"),
    path("<int:pk>/tindak-lanjut/baru/", task_views.new, name="task_new"),
    path("<int:pk>/tindak-lanjut/usulan/", task_views.proposed, name="proposed"),
    path("tindak-lanjut/", task_views.tasks, name="tasks"),
    path("tindak-lanjut/unduh/", task_views.export, name="tasks_export"),
    path("tindak-lanjut/tutup-bersama/", bulk_views.end_together, name="end_together"),
    path("tindak-lanjut/<int:pk>/ubah/", task_views.edit, name="task_edit"),
    path("tindak-lanjut/<int:pk>/tutup/", task_views.end, name="task_end"),
    path("tindak-lanjut/<int:pk>/buka/", task_views.reopen, name="task_reopen"),
]
