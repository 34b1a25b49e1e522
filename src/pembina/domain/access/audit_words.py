"""The audit trail in words. Whoever adds an operation adds its sentence here: a house test asks for it.

A sentence goes on after the name of whoever acted: "Rina Lestari" + "membuka data pegawai". Of what or of whom stands
beside it.
"""

from dataclasses import dataclass
from enum import StrEnum

from pembina.core.text import Text


class Kind(StrEnum):
    """What somebody who asks the trail looks for first."""

    LOOKED = "looked"
    CHANGED = "changed"
    SIGNED_IN = "signed_in"

    @property
    def label(self) -> Text:
        """Return the kind as pages name it."""
        return KINDS[self]


KINDS = {
    Kind.LOOKED: Text(id="Dilihat atau diunduh", en="Looked at or downloaded"),
    Kind.CHANGED: Text(id="Diubah", en="Changed"),
    Kind.SIGNED_IN: Text(id="Masuk dan keluar", en="Signing in and out"),
}


@dataclass(frozen=True, slots=True)
class Operation:
    """One thing that can be done, as it is told."""

    kind: Kind
    sentence: Text


def _looked(indonesian: str, english: str) -> Operation:
    return Operation(Kind.LOOKED, Text(id=indonesian, en=english))


def _changed(indonesian: str, english: str) -> Operation:
    return Operation(Kind.CHANGED, Text(id=indonesian, en=english))


def _signed(indonesian: str, english: str) -> Operation:
    return Operation(Kind.SIGNED_IN, Text(id=indonesian, en=english))


OPERATIONS = {
    # Looking.
    "look_at_person": _looked("membuka data pegawai", "opened the record"),
    "export_staff": _looked("mengunduh daftar pegawai", "downloaded a list of staff"),
    "export_person": _looked("mengunduh daftar yang memuat data pegawai", "downloaded a list that holds the record"),
    "look_at_trail": _looked("membuka jejak data pegawai", "opened the trail of the record"),
    "search_trail": _looked("menelusuri jejak audit", "searched the audit trail"),
    "export_trail": _looked("mengunduh jejak audit", "downloaded the audit trail"),
    "export_trail_of": _looked("mengunduh jejak audit yang menyangkut pegawai", "downloaded the trail of the record"),
    "look_at_account": _looked("melihat akun di halaman administrasi", "looked at the account in the administration"),
    "check_chain": _looked("memeriksa rantai hash", "checked the hash chain"),
    # Accounts.
    "sign_in": _signed("masuk", "signed in"),
    "sign_in_refused": _signed("gagal masuk", "failed to sign in"),
    "sign_out": _signed("keluar", "signed out"),
    "open_account": _changed("membuka akun", "opened the account"),
    "renew_password": _changed("mengganti kata sandi", "renewed the password"),
    "grant_role": _changed("memberi peran", "granted the role"),
    "revoke_role": _changed("mengakhiri peran", "ended the role"),
    "close_account": _changed("menutup akun", "closed the account"),
    "reopen_account": _changed("membuka kembali akun", "opened the closed account again"),
    "invite": _changed("mengundang pemilik akun", "invited the holder of the account"),
    "withdraw_invitation": _changed("mencabut undangan", "withdrew the invitation"),
    "second_factor_refused": _signed("gagal di langkah kedua saat masuk", "failed the second step of signing in"),
    "change_password": _changed("mengganti kata sandinya", "changed the password"),
    "set_up_totp": _changed("memasang langkah kedua", "set up the second step"),
    "add_passkey": _changed("memasang kunci sandi", "set up a passkey"),
    "remove_second_factor": _changed("menghapus langkah kedua", "removed a second step"),
    "renew_recovery_codes": _changed("membuat kode pemulihan baru", "made new recovery codes"),
    "reset_second_factor": _changed("menghapus langkah kedua akun", "took away the second step of the account"),
    "end_sessions": _signed("mengeluarkan perangkat dari akun", "signed devices out of the account"),
    "accept_invitation": _signed("menerima undangan dan memilih kata sandi", "accepted the invitation"),
    # People.
    "enrol_person": _changed("mencatat pegawai baru", "put the person on record"),
    "assign": _changed("mencatat jabatan", "recorded the position"),
    "end_assignment": _changed("mengakhiri jabatan", "ended the position"),
    "change_superior": _changed("mengganti atasan", "changed the superior"),
    "delegate": _changed("mencatat Plt, Plh, atau penugasan", "recorded acting authority"),
    "end_delegation": _changed("mengakhiri Plt, Plh, atau penugasan", "ended acting authority"),
    "transfer": _changed("memindahkan atau mengganti jabatan", "moved the person or changed the position"),
    "correct_assignment": _changed("membetulkan catatan jabatan", "put the entry of the position right"),
    "begin_mentorship": _changed("menugaskan mentor", "assigned a mentor"),
    "end_mentorship": _changed("mengakhiri mentoring", "ended the mentoring"),
    "edit_person": _changed("mengubah data pegawai", "changed the record"),
    # Many people at once.
    "choose_people": _changed("memilih pegawai untuk diubah bersama", "chose people to change together"),
    "describe_bulk_change": _changed("merancang perubahan massal", "drafted a change of many people"),
    "apply_bulk_change": _changed("menerapkan perubahan massal", "carried out a change of many people"),
    "undo_bulk_change": _changed("membatalkan perubahan massal", "took back a change of many people"),
    "undo_bulk_step": _changed("mengembalikan jabatan seperti semula", "put the position back as it was"),
    # Reports of wrong data.
    "report_error": _changed("melaporkan kekeliruan data", "reported wrong data"),
    "accept_report": _changed("menerima laporan kekeliruan data", "accepted the report of wrong data"),
    "decline_report": _changed("menolak laporan kekeliruan data", "declined the report of wrong data"),
    "withdraw_report": _changed("menarik laporan kekeliruan data", "withdrew the report of wrong data"),
    # Units.
    "open_unit": _changed("membentuk unit kerja", "opened the unit"),
    "edit_unit": _changed("mengubah nama atau keterangan unit kerja", "changed the name or description of the unit"),
    "move_unit": _changed("memindahkan unit kerja", "moved the unit"),
    "close_unit": _changed("menutup unit kerja", "closed the unit"),
    "merge_units": _changed("menggabungkan unit kerja", "merged the unit"),
    "carry_over": _changed("memindahkan jabatan karena unit digabung", "moved the position as units were merged"),
    "carry_along": _changed("memindahkan karena unit digabung", "moved it as units were merged"),
    "load_demo_government": _changed("memuat pemerintah contoh", "loaded the example government"),
    # Imports.
    "receive_import": _changed("mengunggah berkas impor", "uploaded a file to import"),
    "fail_import": _changed("tidak berhasil memeriksa berkas impor", "could not check the file to import"),
    "discard_import": _changed("membatalkan impor", "laid the file to import aside"),
    "refuse_import": _changed(
        "tidak berhasil menerapkan atau mengurungkan impor", "could not apply or undo the import"
    ),
    "download_import_report": _looked("mengunduh laporan impor", "downloaded the report of the import"),
    "download_import_copy": _looked("mengunduh salinan berkas impor", "downloaded the copy of the imported file"),
    "check_import": _changed("memeriksa berkas impor", "checked the file to import"),
    "apply_import": _changed("menerapkan impor", "applied the import"),
    "undo_import": _changed("mengurungkan impor", "undid the import"),
    "import_staff": _changed("mengimpor data pegawai", "imported the record"),
    "undo_import_staff": _changed("mengurungkan impor data pegawai", "undid the import of the record"),
    "issue_api_token": _changed("membuat token API", "issued an API token"),
    "revoke_api_token": _changed("mencabut token API", "revoked an API token"),
    "read_request_file": _changed(
        "menentukan cara membaca berkas permohonan", "chose how the file of requests is read"
    ),
    "import_unit": _changed("mengimpor data unit", "imported the unit"),
    "undo_import_unit": _changed("mengurungkan impor data unit", "undid the import of the unit"),
    "release_import": _changed("melepas impor yang terputus", "released the interrupted import"),
    # Services, their standards, and when offices work.
    "open_service": _changed("mencatat jenis layanan", "entered the service"),
    "edit_service": _changed("mengubah keterangan layanan", "changed the description of the service"),
    "move_service": _changed("memindahkan layanan ke unit lain", "moved the service to another unit"),
    "close_service": _changed("menutup layanan", "closed the service"),
    "reopen_service": _changed("membuka kembali layanan", "reopened the service"),
    "set_standard": _changed("menetapkan standar pelayanan", "set the service standard"),
    "correct_standard": _changed("membetulkan standar pelayanan", "corrected the service standard"),
    "withdraw_standard": _changed("menarik standar yang belum berlaku", "withdrew the standard before it began"),
    "add_closed_day": _changed("mencatat hari libur", "entered the closed day"),
    "edit_closed_day": _changed("mengubah hari libur", "changed the closed day"),
    "remove_closed_day": _changed("menghapus hari libur", "removed the closed day"),
    "set_week": _changed("menetapkan jam kerja", "set the office hours"),
    "remove_week": _changed("menghapus jam kerja", "removed the office hours"),
    "add_special_week": _changed("mencatat jam kerja khusus", "entered the special hours"),
    "edit_special_week": _changed("mengubah jam kerja khusus", "changed the special hours"),
    "remove_special_week": _changed("menghapus jam kerja khusus", "removed the special hours"),
    "load_demo_answers": _changed("memuat jawaban SKM contoh", "loaded the example survey answers"),
    "load_demo_requests": _changed("memuat permohonan contoh", "loaded the example requests"),
    "load_demo_catalogue": _changed("memuat katalog layanan contoh", "loaded the example catalogue of services"),
    # Satisfaction surveys.
    "plan_survey": _changed("membuat periode SKM", "planned the survey period"),
    "edit_survey": _changed("mengubah periode SKM", "changed the survey period"),
    "close_survey": _changed("menutup periode SKM", "closed the survey period"),
    "open_place": _changed("membuat loket SKM", "set up the survey counter"),
    "edit_place": _changed("mengubah loket SKM", "changed the survey counter"),
    "make_codes": _changed("membuat kode sekali pakai", "made one-time codes"),
    "withdraw_codes": _changed("mencabut kode sekali pakai", "withdrew one-time codes"),
    "type_response": _changed("mengetik formulir SKM kertas", "typed a paper survey form"),
    "undo_typed_response": _changed("membatalkan ketikan formulir SKM", "took back a typed survey form"),
    "forget_traces": _changed("menghapus jejak perangkat jawaban SKM", "wiped the device traces of survey answers"),
    "decide_response": _changed("memutuskan jawaban SKM", "decided on the survey answer"),
    "undo_decision": _changed("membatalkan keputusan jawaban SKM", "took back the decision on the survey answer"),
    "apply_survey_import": _changed("mengimpor formulir SKM", "imported survey forms"),
    "undo_survey_import": _changed("mengurungkan impor formulir SKM", "undid the import of survey forms"),
    "export_responses": _looked("mengunduh jawaban SKM tanpa nama", "downloaded the anonymous survey answers"),
    # Results of surveys.
    "plan_follow_up": _changed("merencanakan tindak lanjut SKM", "planned a follow-up of the survey"),
    "edit_follow_up": _changed("mengubah rencana tindak lanjut SKM", "changed a follow-up of the survey"),
    "advance_follow_up": _changed("mencatat kemajuan tindak lanjut SKM", "noted the progress of a follow-up"),
    "write_survey_report": _changed("menyunting naskah laporan SKM", "edited the words of the survey report"),
    "publish_survey_result": _changed("menerbitkan hasil SKM", "published the result of a survey"),
    # Complaints, suggestions and praise of citizens.
    "submit_complaint": _changed("mengirim pengaduan, saran, atau pujian", "sent a complaint, suggestion or praise"),
    "write_back_on_complaint": _changed("menambah keterangan pada pengaduan", "added to the complaint"),
    "reopen_complaint": _changed("membuka kembali pengaduan", "reopened the complaint"),
    "judge_answer_to_complaint": _changed("menilai jawaban atas pengaduan", "judged the answer to the complaint"),
    "triage_complaint": _changed("memilah pengaduan", "sorted the complaint"),
    "take_over_complaint": _changed("mengambil alih pengaduan", "took over the complaint"),
    "assign_complaint": _changed("menugaskan petugas pengaduan", "gave the complaint to an officer"),
    "forward_complaint": _changed("meneruskan pengaduan ke unit lain", "forwarded the complaint to another unit"),
    "write_to_complainant": _changed("menulis kepada pelapor", "wrote to whoever complained"),
    "answer_complaint": _changed("menjawab pengaduan", "answered the complaint"),
    "note_on_complaint": _changed("menulis catatan internal pengaduan", "wrote an internal note on the complaint"),
    "decline_complaint": _changed("menyatakan pengaduan tidak dapat ditangani", "declined the complaint"),
    "close_complaint": _changed("menutup pengaduan", "closed the complaint"),
    "look_at_complaint_contact": _looked("membuka kontak pelapor", "opened the contact of whoever complained"),
    "erase_complaint_contact": _changed("menghapus kontak pelapor", "deleted the contact of whoever complained"),
    "publish_answer": _changed("menerbitkan jawaban pengaduan", "made the answer to the complaint public"),
    "withdraw_answer": _changed("menarik jawaban yang terbit", "withdrew the public answer to the complaint"),
    "export_complaints": _looked("mengunduh daftar pengaduan", "downloaded a list of complaints"),
    "import_complaints": _changed("mengimpor pengaduan SP4N-LAPOR!", "imported complaints of SP4N-LAPOR!"),
    "import_complaint": _changed("mengimpor pengaduan", "imported the complaint"),
    "undo_import_complaints": _changed("mengurungkan impor pengaduan", "undid the import of complaints"),
    "undo_import_complaint": _changed("mengurungkan impor pengaduan itu", "undid the import of the complaint"),
    # Forums and promises.
    "plan_forum": _changed("merancang forum warga", "planned a forum"),
    "edit_forum": _changed("mengubah forum warga", "changed the forum"),
    "announce_forum": _changed("mengumumkan forum warga", "announced the forum"),
    "hold_forum": _changed("memulai forum warga", "began the forum"),
    "close_forum": _changed("menutup forum warga", "closed the forum"),
    "cancel_forum": _changed("membatalkan forum warga", "cancelled the forum"),
    "ask_question": _changed("mengirim pertanyaan", "asked a question"),
    "take_question": _changed("mencatat pertanyaan di tempat", "wrote down a question asked in the room"),
    "support_question": _changed("mendukung pertanyaan", "supported a question"),
    "show_question": _changed("menayangkan pertanyaan", "showed the question"),
    "refuse_question": _changed("tidak menayangkan pertanyaan", "kept the question out of sight"),
    "answer_question": _changed("menjawab pertanyaan", "answered the question"),
    "move_question": _changed("mengubah urutan pertanyaan", "moved the question"),
    "write_minutes": _changed("menulis notulen", "wrote the minutes"),
    "make_commitment": _changed("mencatat janji tindak lanjut", "put a promise on record"),
    "tell_progress": _changed("mencatat perkembangan janji", "told how far the promise has come"),
    "postpone_commitment": _changed("memundurkan tenggat janji", "put the promise off"),
    "keep_commitment": _changed("menyelesaikan janji", "closed the promise as kept"),
    "drop_commitment": _changed("menghentikan janji", "dropped the promise"),
    "export_commitments": _looked("mengunduh daftar janji", "downloaded the list of promises"),
    # The ledger of requests.
    "receive_request": _changed("mencatat permohonan masuk", "recorded the receipt of the request"),
    "pause_request": _changed("menjeda permohonan", "paused the request"),
    "resume_request": _changed("melanjutkan permohonan", "resumed the request"),
    "complete_request": _changed("menyelesaikan permohonan", "completed the request"),
    "withdraw_request": _changed("mencatat permohonan ditarik", "recorded the withdrawal of the request"),
    "correct_request": _changed("membetulkan catatan permohonan", "corrected the record of the request"),
    "move_request": _changed("memindahkan permohonan ke layanan lain", "moved the request to another service"),
    "undo_request_step": _changed("mengurungkan langkah terakhir permohonan", "undid the last step of the request"),
    "export_requests": _looked("mengunduh daftar permohonan", "downloaded a list of requests"),
    "recount_service": _changed("meminta waktu layanan dihitung ulang", "asked for the service times to be recounted"),
    # The trail itself.
    "seal_trail": _changed("menyegel satu hari jejak audit", "sealed a day of the audit trail"),
}

# What django-auditlog, the net under the operations, has caught without one: by its action.
CAUGHT = {
    0: _changed("menambah catatan", "added the entry"),
    1: _changed("mengubah catatan", "changed the entry"),
    2: _changed("menghapus catatan", "deleted the entry"),
    3: _looked("membuka catatan", "opened the entry"),
}

# Names of what an event tells beside the fields of records.
FIELDS = {
    "people": Text(id="Jumlah pegawai", en="Number of persons"),
    "messages": Text(id="Tulisan", en="Messages"),
    "contact": Text(id="Kontak pelapor", en="Contact of whoever wrote"),
    "complaints": Text(id="Jumlah pengaduan", en="Number of complaints"),
    "persons": Text(id="Jumlah pegawai", en="Number of persons"),
    "events": Text(id="Jumlah peristiwa", en="Number of events"),
    "records": Text(id="Jumlah catatan", en="Number of records"),
    "means": Text(id="Cara masuk", en="Means of signing in"),
    "second_factor": Text(id="Langkah kedua", en="Second step"),
    "sessions": Text(id="Perangkat yang masuk", en="Devices signed in"),
    "invitation": Text(id="Undangan", en="Invitation"),
    "problem": Text(id="Masalah", en="Problem"),
    "filters": Text(id="Saringan", en="Filters"),
    "version": Text(id="Versi", en="Version"),
    "content_hash": Text(id="Hash isi", en="Hash of the content"),
    "sections": Text(id="Bagian yang diubah", en="Sections changed"),
    "note": Text(id="Catatan", en="Note"),
    "links": Text(id="Mata rantai", en="Links"),
    "faults": Text(id="Kerusakan", en="Faults"),
    "answers": Text(id="Jawaban U1–U9", en="Answers U1–U9"),
    "codes": Text(id="Jumlah kode", en="Number of codes"),
    "resumed_at": Text(id="Dilanjutkan", en="Resumed"),
    "step": Text(id="Langkah", en="Step"),
    "pauses": Text(id="Jeda", en="Pauses"),
    "requests": Text(id="Jumlah permohonan", en="Number of requests"),
    "moved_on": Text(id="Berlaku mulai", en="In force from"),
    "seed": Text(id="Benih acak", en="Random seed"),
}

# In what capacity somebody acted, where it was no role.
CAPACITIES = {
    "direct_superior": Text(id="atasan langsung", en="direct superior"),
    "delegate": Text(id="Plt, Plh, atau penerima tugas", en="acting head or delegate"),
}

# Words that an event tells and that no list of choices explains; several may stand in one, with commas.
VALUES = {
    "means": {
        "password": Text(id="kata sandi", en="password"),
        "mfa": Text(id="faktor kedua", en="second factor"),
        "totp": Text(id="kode dari aplikasi", en="code from an app"),
        "recovery_codes": Text(id="kode pemulihan", en="recovery code"),
        "webauthn": Text(id="kunci sandi", en="passkey"),
        "invitation": Text(id="undangan", en="invitation"),
        "socialaccount": Text(id="masuk tunggal (SSO)", en="single sign-on"),
        "persona": Text(id="tombol peragaan", en="button of the demonstration"),
    },
    "invitation": {
        "open": Text(id="berlaku", en="open"),
        "withdrawn": Text(id="dicabut", en="withdrawn"),
    },
}
