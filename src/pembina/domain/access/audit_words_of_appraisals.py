"""The operations on appraisals in words: periods, ratings, documents and objections."""

from pembina.domain.access.audit_shapes import changed, looked

APPRAISALS = {
    "open_period": changed("membuka periode evaluasi kinerja", "opened a period of evaluation"),
    "close_period": changed("menutup periode evaluasi kinerja", "closed a period of evaluation"),
    "rate_organisation": changed("mencatat capaian kinerja organisasi", "put down how an organisation did"),
    "ask_for_appraisal_run": changed("meminta pekerjaan evaluasi kinerja", "asked for work on appraisals"),
    "finish_appraisal_run": changed("menyelesaikan pekerjaan evaluasi kinerja", "finished work on appraisals"),
    "fail_appraisal_run": changed("mencatat pekerjaan evaluasi kinerja yang gagal", "noted work that failed"),
    "make_appraisal": changed("membuat evaluasi kinerja", "made the appraisal"),
    "renew_snapshot": changed("memperbarui keadaan yang dibekukan", "renewed the snapshot of the appraisal"),
    "rate_appraisal": changed("menilai kinerja sebagai konsep", "rated the performance as a draft"),
    "sign_appraisal": changed("menandatangani evaluasi kinerja", "signed the appraisal"),
    "explain_pattern": changed("menulis alasan berbeda dari pola", "explained a spread outside the pattern"),
    "deliver_appraisal": changed("menyampaikan dokumen evaluasi", "delivered the document of the appraisal"),
    "escalate_appraisal": changed("meneruskan evaluasi kepada atasan penilai", "passed the appraisal to the superior"),
    "receive_appraisal": changed("menerima dokumen evaluasi", "received the document of the appraisal"),
    "return_appraisal": changed("mengembalikan dokumen evaluasi", "returned the document of the appraisal"),
    "report_appraisal": changed("melaporkan dokumen evaluasi kepada PyB", "reported the document upward"),
    "file_objection": changed("mengajukan keberatan", "objected to the appraisal"),
    "record_statement": changed("mencatat penjelasan penilai", "put down what the rater says"),
    "record_hearing": changed("mencatat keterangan pegawai", "put down what the person says"),
    "decide_objection": changed("memutus keberatan", "decided on the objection"),
    "assign_rater": changed("menunjuk penilai", "named a rater"),
    "look_at_appraisal": looked("membuka evaluasi kinerja", "opened the appraisal"),
    "look_at_appraisal_paper": looked("mengunduh dokumen evaluasi kinerja", "downloaded the document of the appraisal"),
    "export_appraisals": looked("mengunduh daftar evaluasi kinerja", "downloaded the list of appraisals"),
    "load_demo_appraisals": changed("memuat evaluasi kinerja contoh", "loaded the sample appraisals"),
}
