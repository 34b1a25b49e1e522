"""The operations on plans of performance in words: expectations, what was achieved, templates."""

from pembina.domain.access.audit_shapes import changed, looked

GOALS = {
    "draft_expectations": changed("mulai menyusun SKP", "began a performance plan"),
    "copy_expectations": changed("menyalin SKP terdahulu", "copied an earlier performance plan"),
    "revise_expectations": changed("membuka versi baru SKP", "opened a new version of the performance plan"),
    "propose_expectations": changed("mengajukan SKP", "proposed the performance plan"),
    "recall_expectations": changed("menarik kembali SKP", "took the performance plan back"),
    "drop_expectations": changed("membatalkan rancangan SKP", "dropped the draft of a performance plan"),
    "agree_expectations": changed("menetapkan SKP", "agreed to the performance plan"),
    "return_expectations": changed("mengembalikan SKP", "returned the performance plan"),
    "add_goal": changed("menambah rencana hasil kerja", "added a result to the plan"),
    "edit_goal": changed("mengubah rencana hasil kerja", "changed a result of the plan"),
    "move_goal": changed("memindahkan urutan hasil kerja", "moved a result of the plan"),
    "remove_goal": changed("menghapus rencana hasil kerja", "removed a result from the plan"),
    "add_indicator": changed("menambah indikator kinerja", "added an indicator"),
    "edit_indicator": changed("mengubah indikator kinerja", "changed an indicator"),
    "remove_indicator": changed("menghapus indikator kinerja", "removed an indicator"),
    "put_plan_notes": changed("menulis lampiran SKP", "wrote the appendix of the plan"),
    "expect_behaviour": changed("menulis ekspektasi perilaku", "wrote what is expected of behaviour"),
    "note_realisation": changed("mencatat realisasi", "noted what was achieved"),
    "make_goal_template": changed("membuat templat SKP", "made a template of plans"),
    "edit_goal_template": changed("mengubah templat SKP", "changed a template of plans"),
    "retire_goal_template": changed("menghentikan templat SKP", "retired a template of plans"),
    "give_goal_template": changed("membagikan templat SKP", "gave a template of plans to people"),
    "begin_from_template": changed("membuat rancangan SKP dari templat", "drafted a plan from a template"),
    "undo_template_use": changed("mengurungkan pembagian templat SKP", "took the drafts of a template back"),
    "drop_given_plan": changed("menarik rancangan SKP dari templat", "took back a draft made from a template"),
    "export_expectations": looked("mengunduh daftar SKP", "downloaded the list of performance plans"),
    "load_demo_plans": changed("memuat SKP contoh", "loaded the sample performance plans"),
    "look_at_expectations": looked("membuka SKP", "opened the performance plan"),
}
