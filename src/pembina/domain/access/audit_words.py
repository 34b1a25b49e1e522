"""The audit trail in words. Whoever adds an operation adds its sentence here: a house test asks for it.

A sentence goes on after the name of whoever acted: "Rina Lestari" + "membuka data pegawai". Of what or of whom stands
beside it.
"""

from pembina.core.text import Text
from pembina.domain.access.audit_shapes import Kind, Operation, changed, looked, signed
from pembina.domain.access.audit_words_of_appraisals import APPRAISALS
from pembina.domain.access.audit_words_of_awards import AWARDS
from pembina.domain.access.audit_words_of_feedback import FEEDBACK
from pembina.domain.access.audit_words_of_goals import GOALS
from pembina.domain.access.audit_words_of_impact import IMPACT
from pembina.domain.access.audit_words_of_learning import LEARNING
from pembina.domain.access.audit_words_of_skp import RESULTS

__all__ = ["CAPACITIES", "CAUGHT", "FIELDS", "OPERATIONS", "VALUES", "Kind", "Operation"]

OPERATIONS = (
    LEARNING
    | APPRAISALS
    | AWARDS
    | FEEDBACK
    | GOALS
    | IMPACT
    | RESULTS
    | {
        # Looking.
        "look_at_person": looked("membuka data pegawai", "opened the record"),
        "export_staff": looked("mengunduh daftar pegawai", "downloaded a list of staff"),
        "export_person": looked("mengunduh daftar yang memuat data pegawai", "downloaded a list that holds the record"),
        "look_at_trail": looked("membuka jejak data pegawai", "opened the trail of the record"),
        "search_trail": looked("menelusuri jejak audit", "searched the audit trail"),
        "export_trail": looked("mengunduh jejak audit", "downloaded the audit trail"),
        "export_trail_of": looked(
            "mengunduh jejak audit yang menyangkut pegawai", "downloaded the trail of the record"
        ),
        "look_at_account": looked(
            "melihat akun di halaman administrasi", "looked at the account in the administration"
        ),
        "check_chain": looked("memeriksa rantai hash", "checked the hash chain"),
        # Accounts.
        "sign_in": signed("masuk", "signed in"),
        "sign_in_refused": signed("gagal masuk", "failed to sign in"),
        "sign_out": signed("keluar", "signed out"),
        "open_account": changed("membuka akun", "opened the account"),
        "renew_password": changed("mengganti kata sandi", "renewed the password"),
        "grant_role": changed("memberi peran", "granted the role"),
        "revoke_role": changed("mengakhiri peran", "ended the role"),
        "close_account": changed("menutup akun", "closed the account"),
        "reopen_account": changed("membuka kembali akun", "opened the closed account again"),
        "invite": changed("mengundang pemilik akun", "invited the holder of the account"),
        "withdraw_invitation": changed("mencabut undangan", "withdrew the invitation"),
        "second_factor_refused": signed("gagal di langkah kedua saat masuk", "failed the second step of signing in"),
        "change_password": changed("mengganti kata sandinya", "changed the password"),
        "set_up_totp": changed("memasang langkah kedua", "set up the second step"),
        "add_passkey": changed("memasang kunci sandi", "set up a passkey"),
        "remove_second_factor": changed("menghapus langkah kedua", "removed a second step"),
        "renew_recovery_codes": changed("membuat kode pemulihan baru", "made new recovery codes"),
        "reset_second_factor": changed("menghapus langkah kedua akun", "took away the second step of the account"),
        "end_sessions": signed("mengeluarkan perangkat dari akun", "signed devices out of the account"),
        "accept_invitation": signed("menerima undangan dan memilih kata sandi", "accepted the invitation"),
        # People.
        "enrol_person": changed("mencatat pegawai baru", "put the person on record"),
        "assign": changed("mencatat jabatan", "recorded the position"),
        "end_assignment": changed("mengakhiri jabatan", "ended the position"),
        "change_superior": changed("mengganti atasan", "changed the superior"),
        "delegate": changed("mencatat Plt, Plh, atau penugasan", "recorded acting authority"),
        "end_delegation": changed("mengakhiri Plt, Plh, atau penugasan", "ended acting authority"),
        "transfer": changed("memindahkan atau mengganti jabatan", "moved the person or changed the position"),
        "correct_assignment": changed("membetulkan catatan jabatan", "put the entry of the position right"),
        "begin_mentorship": changed("menugaskan mentor", "assigned a mentor"),
        "end_mentorship": changed("mengakhiri mentoring", "ended the mentoring"),
        "edit_person": changed("mengubah data pegawai", "changed the record"),
        # Many people at once.
        "choose_people": changed("memilih pegawai untuk diubah bersama", "chose people to change together"),
        "describe_bulk_change": changed("merancang perubahan massal", "drafted a change of many people"),
        "apply_bulk_change": changed("menerapkan perubahan massal", "carried out a change of many people"),
        "undo_bulk_change": changed("membatalkan perubahan massal", "took back a change of many people"),
        "undo_bulk_step": changed("mengembalikan jabatan seperti semula", "put the position back as it was"),
        # Reports of wrong data.
        "report_error": changed("melaporkan kekeliruan data", "reported wrong data"),
        "accept_report": changed("menerima laporan kekeliruan data", "accepted the report of wrong data"),
        "decline_report": changed("menolak laporan kekeliruan data", "declined the report of wrong data"),
        "withdraw_report": changed("menarik laporan kekeliruan data", "withdrew the report of wrong data"),
        # Units.
        "open_unit": changed("membentuk unit kerja", "opened the unit"),
        "edit_unit": changed("mengubah nama atau keterangan unit kerja", "changed the name or description of the unit"),
        "move_unit": changed("memindahkan unit kerja", "moved the unit"),
        "close_unit": changed("menutup unit kerja", "closed the unit"),
        "merge_units": changed("menggabungkan unit kerja", "merged the unit"),
        "carry_over": changed("memindahkan jabatan karena unit digabung", "moved the position as units were merged"),
        "carry_along": changed("memindahkan karena unit digabung", "moved it as units were merged"),
        "load_demo_government": changed("memuat pemerintah contoh", "loaded the example government"),
        "load_demo_sites": changed("memuat tempat layanan contoh", "loaded the sample places of service"),
        # Imports.
        "receive_import": changed("mengunggah berkas impor", "uploaded a file to import"),
        "fail_import": changed("tidak berhasil memeriksa berkas impor", "could not check the file to import"),
        "discard_import": changed("membatalkan impor", "laid the file to import aside"),
        "refuse_import": changed(
            "tidak berhasil menerapkan atau mengurungkan impor", "could not apply or undo the import"
        ),
        "download_import_report": looked("mengunduh laporan impor", "downloaded the report of the import"),
        "download_import_copy": looked("mengunduh salinan berkas impor", "downloaded the copy of the imported file"),
        "check_import": changed("memeriksa berkas impor", "checked the file to import"),
        "apply_import": changed("menerapkan impor", "applied the import"),
        "undo_import": changed("mengurungkan impor", "undid the import"),
        "import_staff": changed("mengimpor data pegawai", "imported the record"),
        "undo_import_staff": changed("mengurungkan impor data pegawai", "undid the import of the record"),
        "issue_api_token": changed("membuat token API", "issued an API token"),
        "revoke_api_token": changed("mencabut token API", "revoked an API token"),
        "read_request_file": changed(
            "menentukan cara membaca berkas permohonan", "chose how the file of requests is read"
        ),
        "import_unit": changed("mengimpor data unit", "imported the unit"),
        "undo_import_unit": changed("mengurungkan impor data unit", "undid the import of the unit"),
        "release_import": changed("melepas impor yang terputus", "released the interrupted import"),
        # Services, their standards, and when offices work.
        "open_service": changed("mencatat jenis layanan", "entered the service"),
        "edit_service": changed("mengubah keterangan layanan", "changed the description of the service"),
        "move_service": changed("memindahkan layanan ke unit lain", "moved the service to another unit"),
        "close_service": changed("menutup layanan", "closed the service"),
        "reopen_service": changed("membuka kembali layanan", "reopened the service"),
        "set_standard": changed("menetapkan standar pelayanan", "set the service standard"),
        "correct_standard": changed("membetulkan standar pelayanan", "corrected the service standard"),
        "withdraw_standard": changed("menarik standar yang belum berlaku", "withdrew the standard before it began"),
        "add_closed_day": changed("mencatat hari libur", "entered the closed day"),
        "edit_closed_day": changed("mengubah hari libur", "changed the closed day"),
        "remove_closed_day": changed("menghapus hari libur", "removed the closed day"),
        "set_week": changed("menetapkan jam kerja", "set the office hours"),
        "remove_week": changed("menghapus jam kerja", "removed the office hours"),
        "add_special_week": changed("mencatat jam kerja khusus", "entered the special hours"),
        "edit_special_week": changed("mengubah jam kerja khusus", "changed the special hours"),
        "remove_special_week": changed("menghapus jam kerja khusus", "removed the special hours"),
        "load_demo_answers": changed("memuat jawaban SKM contoh", "loaded the example survey answers"),
        "load_demo_requests": changed("memuat permohonan contoh", "loaded the example requests"),
        "load_demo_catalogue": changed("memuat katalog layanan contoh", "loaded the example catalogue of services"),
        # Satisfaction surveys.
        "plan_survey": changed("membuat periode SKM", "planned the survey period"),
        "edit_survey": changed("mengubah periode SKM", "changed the survey period"),
        "close_survey": changed("menutup periode SKM", "closed the survey period"),
        "open_place": changed("membuat loket SKM", "set up the survey counter"),
        "edit_place": changed("mengubah loket SKM", "changed the survey counter"),
        "make_codes": changed("membuat kode sekali pakai", "made one-time codes"),
        "withdraw_codes": changed("mencabut kode sekali pakai", "withdrew one-time codes"),
        "type_response": changed("mengetik formulir SKM kertas", "typed a paper survey form"),
        "undo_typed_response": changed("membatalkan ketikan formulir SKM", "took back a typed survey form"),
        "forget_traces": changed("menghapus jejak perangkat jawaban SKM", "wiped the device traces of survey answers"),
        "decide_response": changed("memutuskan jawaban SKM", "decided on the survey answer"),
        "undo_decision": changed("membatalkan keputusan jawaban SKM", "took back the decision on the survey answer"),
        "apply_survey_import": changed("mengimpor formulir SKM", "imported survey forms"),
        "undo_survey_import": changed("mengurungkan impor formulir SKM", "undid the import of survey forms"),
        "export_responses": looked("mengunduh jawaban SKM tanpa nama", "downloaded the anonymous survey answers"),
        # Results of surveys.
        "plan_follow_up": changed("merencanakan tindak lanjut SKM", "planned a follow-up of the survey"),
        "edit_follow_up": changed("mengubah rencana tindak lanjut SKM", "changed a follow-up of the survey"),
        "advance_follow_up": changed("mencatat kemajuan tindak lanjut SKM", "noted the progress of a follow-up"),
        "write_survey_report": changed("menyunting naskah laporan SKM", "edited the words of the survey report"),
        "publish_survey_result": changed("menerbitkan hasil SKM", "published the result of a survey"),
        # Complaints, suggestions and praise of citizens.
        "submit_complaint": changed("mengirim pengaduan, saran, atau pujian", "sent a complaint, suggestion or praise"),
        "write_back_on_complaint": changed("menambah keterangan pada pengaduan", "added to the complaint"),
        "reopen_complaint": changed("membuka kembali pengaduan", "reopened the complaint"),
        "judge_answer_to_complaint": changed("menilai jawaban atas pengaduan", "judged the answer to the complaint"),
        "triage_complaint": changed("memilah pengaduan", "sorted the complaint"),
        "take_over_complaint": changed("mengambil alih pengaduan", "took over the complaint"),
        "assign_complaint": changed("menugaskan petugas pengaduan", "gave the complaint to an officer"),
        "forward_complaint": changed("meneruskan pengaduan ke unit lain", "forwarded the complaint to another unit"),
        "write_to_complainant": changed("menulis kepada pelapor", "wrote to whoever complained"),
        "answer_complaint": changed("menjawab pengaduan", "answered the complaint"),
        "note_on_complaint": changed("menulis catatan internal pengaduan", "wrote an internal note on the complaint"),
        "decline_complaint": changed("menyatakan pengaduan tidak dapat ditangani", "declined the complaint"),
        "close_complaint": changed("menutup pengaduan", "closed the complaint"),
        "look_at_complaint_contact": looked("membuka kontak pelapor", "opened the contact of whoever complained"),
        "erase_complaint_contact": changed("menghapus kontak pelapor", "deleted the contact of whoever complained"),
        "publish_answer": changed("menerbitkan jawaban pengaduan", "made the answer to the complaint public"),
        "withdraw_answer": changed("menarik jawaban yang terbit", "withdrew the public answer to the complaint"),
        "export_complaints": looked("mengunduh daftar pengaduan", "downloaded a list of complaints"),
        "import_complaints": changed("mengimpor pengaduan SP4N-LAPOR!", "imported complaints of SP4N-LAPOR!"),
        "import_complaint": changed("mengimpor pengaduan", "imported the complaint"),
        "undo_import_complaints": changed("mengurungkan impor pengaduan", "undid the import of complaints"),
        "undo_import_complaint": changed("mengurungkan impor pengaduan itu", "undid the import of the complaint"),
        # Forums and promises.
        "issue_certificate": changed("menerbitkan sertifikat", "issued a certificate"),
        "issue_certificates": changed("menerbitkan sertifikat bagi angkatan", "issued the certificates of a batch"),
        "revoke_certificate": changed("mencabut sertifikat", "revoked the certificate"),
        "replace_certificate": changed("mengganti sertifikat", "replaced the certificate"),
        "count_learning": changed("menghitung JP dari sertifikat", "counted hours from a certificate"),
        "uncount_learning": changed("mengeluarkan JP dari hitungan", "took hours out of the count"),
        "look_at_certificate": looked("membuka sertifikat", "opened the certificate"),
        "look_at_learning": looked("membuka riwayat JP pegawai", "opened the hours of a person"),
        "note_siasn_identities": changed("mencatat ID pegawai di SIASN", "noted ids of persons in SIASN"),
        "export_certificates": looked("mengunduh daftar sertifikat", "downloaded a list of certificates"),
        "report_learning": changed("melaporkan belajar mandiri", "reported own learning"),
        "withdraw_learning": changed("menarik laporan belajar", "withdrew a report of learning"),
        "verify_learning": changed("memverifikasi laporan belajar", "verified a report of learning"),
        "refuse_learning": changed("menolak laporan belajar", "refused a report of learning"),
        "note_learning": changed("mencatat JP pegawai", "noted hours of a person"),
        "import_learning_rows": changed("mengimpor catatan JP", "imported hours of a person"),
        "import_learning": changed("mengimpor riwayat JP", "imported earlier hours"),
        "undo_import_learning_rows": changed("mengurungkan catatan JP yang diimpor", "took imported hours back"),
        "undo_import_learning": changed("mengurungkan impor riwayat JP", "undid an import of earlier hours"),
        "export_learning": looked("mengunduh daftar JP pegawai", "downloaded a list of hours"),
        "export_learning_siasn": looked("mengunduh riwayat JP untuk SIASN", "downloaded hours for SIASN"),
        "begin_study": changed("mencatat tugas belajar", "noted a degree study"),
        "prolong_study": changed("memperpanjang tugas belajar", "prolonged the degree study"),
        "end_study": changed("mencatat akhir tugas belajar", "noted the end of the degree study"),
        "note_certification": changed("mencatat sertifikasi profesi", "noted a professional certification"),
        "renew_certification": changed("mencatat perpanjangan sertifikasi", "noted the renewal of a certification"),
        "plan_forum": changed("merancang forum warga", "planned a forum"),
        "edit_forum": changed("mengubah forum warga", "changed the forum"),
        "announce_forum": changed("mengumumkan forum warga", "announced the forum"),
        "hold_forum": changed("memulai forum warga", "began the forum"),
        "close_forum": changed("menutup forum warga", "closed the forum"),
        "cancel_forum": changed("membatalkan forum warga", "cancelled the forum"),
        # The ledger of requests.
        "receive_request": changed("mencatat permohonan masuk", "recorded the receipt of the request"),
        "pause_request": changed("menjeda permohonan", "paused the request"),
        "resume_request": changed("melanjutkan permohonan", "resumed the request"),
        "complete_request": changed("menyelesaikan permohonan", "completed the request"),
        "withdraw_request": changed("mencatat permohonan ditarik", "recorded the withdrawal of the request"),
        "correct_request": changed("membetulkan catatan permohonan", "corrected the record of the request"),
        "move_request": changed("memindahkan permohonan ke layanan lain", "moved the request to another service"),
        "undo_request_step": changed("mengurungkan langkah terakhir permohonan", "undid the last step of the request"),
        "export_requests": looked("mengunduh daftar permohonan", "downloaded a list of requests"),
        "recount_service": changed(
            "meminta waktu layanan dihitung ulang", "asked for the service times to be recounted"
        ),
        "load_demo_development": changed("memuat program contoh", "loaded the sample programmes"),
        # The trail itself.
        "seal_trail": changed("menyegel satu hari jejak audit", "sealed a day of the audit trail"),
    }
)

# What django-auditlog, the net under the operations, has caught without one: by its action.
CAUGHT = {
    0: changed("menambah catatan", "added the entry"),
    1: changed("mengubah catatan", "changed the entry"),
    2: changed("menghapus catatan", "deleted the entry"),
    3: looked("membuka catatan", "opened the entry"),
}

# Names of what an event tells beside the fields of records.
FIELDS = {
    "people": Text(id="Jumlah pegawai", en="Number of persons"),
    "copied_from": Text(id="Disalin dari", en="Copied from"),
    "certificates": Text(id="Jumlah sertifikat", en="Number of certificates"),
    "messages": Text(id="Tulisan", en="Messages"),
    "contact": Text(id="Kontak pelapor", en="Contact of whoever wrote"),
    "complaints": Text(id="Jumlah pengaduan", en="Number of complaints"),
    "persons": Text(id="Jumlah pegawai", en="Number of persons"),
    "events": Text(id="Jumlah peristiwa", en="Number of events"),
    "records": Text(id="Jumlah catatan", en="Number of records"),
    "guard": Text(id="Penjaga mutu", en="Guard of quality"),
    "means": Text(id="Cara masuk", en="Means of signing in"),
    "second_factor": Text(id="Langkah kedua", en="Second step"),
    "sessions": Text(id="Perangkat yang masuk", en="Devices signed in"),
    "invitation": Text(id="Undangan", en="Invitation"),
    "problem": Text(id="Masalah", en="Problem"),
    "filters": Text(id="Saringan", en="Filters"),
    "file": Text(id="Berkas", en="File"),
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
    "signs": Text(id="Menandatangani", en="Signs"),
}

# In what capacity somebody acted, where it was no role.
CAPACITIES = {
    "direct_superior": Text(id="atasan langsung", en="direct superior"),
    "delegate": Text(id="Plt, Plh, atau penerima tugas", en="acting head or delegate"),
    "superior_of_rater": Text(id="atasan pejabat penilai", en="superior of the rater"),
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
