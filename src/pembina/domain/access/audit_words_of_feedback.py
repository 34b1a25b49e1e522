"""The operations on feedback in words; that something was said stands in the trail, never what."""

from pembina.domain.access.audit_shapes import changed, looked

FEEDBACK = {
    "give_feedback": changed("memberi umpan balik", "gave feedback"),
    "correct_feedback": changed("memperbaiki umpan balik", "corrected feedback"),
    "answer_feedback": changed("menanggapi umpan balik", "answered feedback"),
    "look_at_feedback": looked("membaca umpan balik tentang pegawai", "read feedback about the person"),
    "ask_for_feedback": changed("meminta umpan balik", "asked for feedback"),
    "decline_feedback": changed("menolak memberi umpan balik", "declined to give feedback"),
}
