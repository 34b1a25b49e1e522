"""What the reader of a history says about a row."""

from pembina.core.text import Text

T = Text

TWICE = T(id="Kegiatan yang sama sudah ada di baris sebelumnya.", en="An earlier row tells of the same.")
KEEP_ONE = T(id="Sisakan satu baris.", en="Keep one row.")
NO_TITLE = T(id="Nama kegiatan kosong.", en="The title is missing.")
GIVE_TITLE = T(id="Isi nama seperti pada sertifikat.", en="Fill it in as on the certificate.")
NO_NUMBER = T(id="Tanpa nomor sertifikat: dihitung di sini, tetapi SIASN akan menolaknya.",
               en="Without the number of a certificate: it counts here, but SIASN would refuse it.")  # fmt: skip
ADD_NUMBER = T(id="Isi nomornya bila ada.", en="Fill it in where there is one.")
UNKNOWN_FORM = T(id="Bentuk ini tidak dikenal.", en="This form is not known.")
UNKNOWN_STRUCTURAL = T(id="Pelatihan struktural ini tidak dikenal.", en="This structural training is not known.")
LEFT_OPEN = T(id="Baris tetap masuk tanpa keterangan ini; tulis nomor atau nama menurut SIASN.",
               en="The row comes in without it; write the id or name of SIASN.")  # fmt: skip
NO_HOURS = T(id="Jumlah jam (JP) kosong, nol, atau bukan angka.", en="The hours are missing, zero or no number.")
GIVE_HOURS = T(id="Tulis jumlah JP seperti pada sertifikat, misalnya 20.", en="Write the hours, such as 20.")
NOT_A_DAY = T(id="Ini bukan tanggal.", en="This is no day.")
WRITE_DAY = T(id="Tulis seperti 03-11-2025, tidak sesudah hari ini.", en="Write it like 03-11-2025, not after today.")
IMPOSSIBLE_DAY = T(id="Tanggal ini belum tiba atau tidak mungkin.", en="This day has not come yet, or cannot be.")
REVERSED = T(id="Tanggal selesai mendahului tanggal mulai.", en="The last day comes before the first.")
CHECK_DAYS = T(id="Periksa tanggal dan tahunnya.", en="Check the days and the year.")
NO_YEAR = T(id="Tahun dan tanggal kosong.", en="Neither a year nor a day is told.")
GIVE_YEAR = T(id="Isi tahun atau tanggalnya.", en="Fill in the year or the day.")
IMPOSSIBLE_YEAR = T(id="Tahun ini tidak mungkin.", en="This year cannot be.")
OTHER_YEAR = T(id="Tahun tidak sama dengan tahun tanggalnya.", en="The year is not that of its days.")
