"""The operations on awards in words: rounds, nominations, juries, and the medals of years of service."""

from pembina.domain.access.audit_shapes import changed, looked

AWARDS = {
    "make_award": changed("membuat konsep penghargaan", "made a draft of an award"),
    "edit_award": changed("mengubah konsep penghargaan", "changed the draft of an award"),
    "add_criterion": changed("menambah kriteria penghargaan", "added a criterion of an award"),
    "remove_criterion": changed("menghapus kriteria penghargaan", "removed a criterion of an award"),
    "open_award": changed("menerbitkan kriteria penghargaan", "published the criteria of an award"),
    "begin_judging": changed("memulai penilaian juri", "began the judging of an award"),
    "withdraw_award": changed("menarik babak penghargaan", "withdrew a round of an award"),
    "decide_award": changed("memutus penghargaan", "decided an award"),
    "nominate": changed("mengusulkan nominasi penghargaan", "made a nomination"),
    "correct_nomination": changed("memperbaiki nominasi", "corrected a nomination"),
    "withdraw_nomination": changed("menarik nominasi", "withdrew a nomination"),
    "decline_nomination": changed("menolak dinominasikan", "declined a nomination"),
    "ask_for_correction": changed("meminta perbaikan nominasi", "asked for a nomination to be corrected"),
    "name_juror": changed("menunjuk juri", "named a juror"),
    "dismiss_juror": changed("memberhentikan juri", "took a juror out of the jury"),
    "declare_relation": changed("menyatakan hubungan dengan yang dinominasikan", "declared a relation as a juror"),
    "give_scores": changed("menilai nominasi sebagai juri", "judged a nomination"),
    "record_service_check": changed(
        "mencatat pemeriksaan riwayat disiplin dan cuti", "put down a check of discipline and leave"
    ),
    "record_medal": changed("mencatat tanda kehormatan", "put down a medal"),
    "take_medal_back": changed("menarik catatan tanda kehormatan", "took back the entry of a medal"),
    "import_records": changed("mengimpor riwayat disiplin, cuti, dan tanda kehormatan", "imported checks and medals"),
    "import_record_rows": changed("mencatat riwayat dari berkas", "put down a check or a medal from a file"),
    "undo_import_records": changed("mengurungkan impor riwayat", "took an import of checks and medals back"),
    "undo_import_record_rows": changed("mengurungkan riwayat dari berkas", "took a check or a medal of a file back"),
    "support_nomination": changed("mendukung nominasi penghargaan", "supported a nomination"),
    "withdraw_support": changed("menarik dukungan nominasi", "withdrew the support of a nomination"),
    "show_effort_to_jury": changed(
        "mengatur apakah juri melihat proses dan upaya", "set whether the jury sees process and effort"
    ),
    "look_at_nomination": looked("membuka nominasi penghargaan", "opened the nomination"),
    "look_at_service_record": looked("membuka riwayat tanda kehormatan", "opened the record of medals"),
    "export_awards": looked("mengunduh daftar penghargaan", "downloaded the list of awards"),
    "export_medals": looked("mengunduh daftar calon Satyalancana", "downloaded the list of candidates for medals"),
    "load_demo_awards": changed("memuat penghargaan contoh", "loaded the sample awards"),
}
