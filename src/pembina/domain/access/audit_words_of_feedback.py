"""The operations on feedback in words; that something was said stands in the trail, never what."""

from pembina.domain.access.audit_shapes import changed, looked

FEEDBACK = {
    "give_feedback": changed("memberi umpan balik", "gave feedback"),
    "correct_feedback": changed("memperbaiki umpan balik", "corrected feedback"),
    "answer_feedback": changed("menanggapi umpan balik", "answered feedback"),
    "look_at_feedback": looked("membaca umpan balik tentang pegawai", "read feedback about the person"),
    "write_guidance": changed("mencatat bimbingan kinerja", "wrote down guidance"),
    "change_guidance": changed("mengubah catatan bimbingan", "changed a record of guidance"),
    "confirm_guidance": changed("menyetujui catatan bimbingan", "confirmed a record of guidance"),
    "note_meeting": changed("mengisi jurnal mentoring", "added to the journal of a mentoring"),
    "say_of_guidance": changed("menilai bimbingan yang diterima", "said what the guidance was like"),
    "look_at_guidance": looked("membaca catatan bimbingan", "read a record of guidance"),
    "open_pulse": changed("membuka putaran denyut pimpinan", "opened a round of the pulse"),
    "answer_pulse": changed("menerima jawaban denyut tanpa nama", "took an answer to the pulse, of nobody"),
    "release_pulse": changed("menerbitkan hasil denyut pimpinan", "published a round of the pulse"),
    "load_demo_feedback": changed("memuat umpan balik contoh", "loaded the sample feedback"),
    "report_for_counselling": changed("melaporkan kebutuhan konseling", "reported a need for counselling"),
    "take_counselling": changed("menerima laporan konseling", "took a report for counselling over"),
    "note_counselling": changed("mencatat pertemuan konseling", "noted a talk of counselling"),
    "close_counselling": changed("menutup konseling", "closed the counselling"),
    "take_counselling_paper": looked("mengunduh laporan konseling", "took a report for counselling as a paper"),
    "take_feedback_record": looked("mengunduh rekaman umpan balik", "took the record of feedback as a paper"),
    "look_at_counselling": looked("membuka laporan konseling", "opened a report for counselling"),
    "ask_for_feedback": changed("meminta umpan balik", "asked for feedback"),
    "decline_feedback": changed("menolak memberi umpan balik", "declined to give feedback"),
}
