"""The operations on impact in words: evaluations, runs, decisions and what follows."""

from pembina.domain.access.audit_shapes import changed, looked

IMPACT = {
    "open_evaluation": changed("membuka evaluasi dampak", "opened an evaluation"),
    "open_joint_evaluation": changed(
        "membuka evaluasi bersama dua program", "opened a joint evaluation of two programmes"
    ),
    "drop_evaluation": changed("menghentikan evaluasi dampak", "dropped an evaluation"),
    "export_evaluations": looked("mengunduh daftar evaluasi dampak", "downloaded the list of evaluations"),
    "edit_design": changed("mengubah rancangan evaluasi", "changed the design of an evaluation"),
    "put_outcome": changed("menetapkan ukuran hasil", "set an outcome of an evaluation"),
    "remove_outcome": changed("menghapus ukuran hasil", "removed an outcome of an evaluation"),
    "choose_comparison": changed("memilih unit pembanding", "chose the units to compare with"),
    "put_signer": changed("menunjuk penanda tangan keputusan", "named who signs the decision"),
    "remove_signer": changed("menghapus penanda tangan keputusan", "took a signer of the decision off"),
    "lock_design": changed("mengunci rancangan evaluasi", "locked the design of an evaluation"),
    "revise_design": changed("membuka versi baru rancangan evaluasi", "opened a new version of the design"),
    "discard_revision": changed("membatalkan versi baru rancangan evaluasi", "discarded a new version of the design"),
    "export_design": looked("mengunduh rancangan evaluasi yang terkunci", "downloaded the locked design"),
    "ask_for_run": changed("meminta perhitungan dampak", "asked for a run of an evaluation"),
    "finish_run": changed("menyelesaikan perhitungan dampak", "finished a run of an evaluation"),
    "fail_run": changed("mencatat perhitungan dampak yang gagal", "noted a run of an evaluation that failed"),
    "export_run": looked("mengunduh hasil perhitungan dampak", "downloaded the result of an evaluation"),
    "decide_programme": changed("memutus kelanjutan program", "decided on a programme"),
    "sign_decision": changed("menandatangani keputusan program", "signed the decision on a programme"),
    "put_task": changed("mencatat tindak lanjut keputusan", "noted what follows from a decision"),
    "end_task": changed("menutup tindak lanjut keputusan", "closed what followed from a decision"),
    "reopen_task": changed("membuka kembali tindak lanjut keputusan", "reopened what follows from a decision"),
    "export_decisions": looked("mengunduh daftar keputusan program", "downloaded the list of decisions"),
    "export_decision_paper": looked("mengunduh naskah keputusan program", "downloaded the paper of a decision"),
    "export_tasks": looked("mengunduh tindak lanjut keputusan", "downloaded what follows from decisions"),
    "publish_decision": changed("menerbitkan kabar keputusan program", "published the decision on a programme"),
    "withdraw_publication": changed("menarik kabar keputusan program", "withdrew what was published on a decision"),
    "load_demo_impact": changed("memuat evaluasi contoh", "loaded the sample evaluations"),
}
