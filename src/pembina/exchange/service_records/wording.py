"""What the reader of service checks and medals says about a row."""

from pembina.core.text import Text

T = Text

UNKNOWN_PERSON = T(id="Tidak ada pegawai dalam jangkauan Anda dengan NIP ini.",
                   en="Nobody within your reach has this number.")  # fmt: skip
CHECK_PERSON = T(id="Periksa NIP-nya.", en="Check the number.")
NOTHING = T(id="Baris ini tidak memuat pemeriksaan maupun tanda kehormatan.",
            en="The row holds neither a check nor a medal.")  # fmt: skip
FILL_IN = T(id="Isi yang sudah diperiksa, atau hapus baris ini; yang kosong tetap belum diperiksa.",
            en="Fill in what was looked up, or remove the row; what is empty stays unchecked.")  # fmt: skip
NO_DAY = T(id="Tanggalnya kosong atau tidak ada di kalender.", en="The day is missing or on no calendar.")
GIVE_DAY = T(id="Tulis hari-bulan-tahun, misalnya 28-09-2026.", en="Write day-month-year, such as 28-09-2026.")
TO_COME = T(id="Tanggalnya belum tiba.", en="That day has not come yet.")
GIVE_EARLIER = T(id="Isi tanggal hari ini atau sebelumnya.", en="Give today or an earlier day.")
NO_LEVEL = T(id="Isinya bukan tingkat hukuman disiplin.", en="This is no level of discipline.")
GIVE_LEVEL = T(id="Tulis tidak ada, ringan, sedang, atau berat; kosongkan bila belum diperiksa.",
               en="Write tidak ada, ringan, sedang or berat; leave it empty where nobody looked.")  # fmt: skip
NO_LEAVE = T(id="Isinya bukan ya atau tidak.", en="This is neither yes nor no.")
GIVE_LEAVE = T(id="Tulis ya atau tidak; kosongkan bila belum diperiksa.",
               en="Write ya or tidak; leave it empty where nobody looked.")  # fmt: skip
NO_SOURCE = T(id="Sumber pemeriksaannya kosong.", en="The source of the check is missing.")
GIVE_SOURCE = T(id="Sebutkan berkasnya, misalnya berkas kepegawaian atau SIASN.",
                en="Name the file, such as the personal file or SIASN.")  # fmt: skip
NO_MEDAL = T(id="Isinya bukan Satyalancana Karya Satya.", en="This is no medal of years of service.")
GIVE_MEDAL = T(id="Tulis X, XX, atau XXX.", en="Write X, XX or XXX.")
NO_DECREE = T(id="Nomor keputusannya kosong.", en="The number of the decree is missing.")
GIVE_DECREE = T(id="Tulis nomor keputusan presidennya.", en="Write the number of the decree.")
TOO_LONG = T(id="Isinya terlalu panjang.", en="This is too long.")
SHORTEN = T(id="Persingkat isinya.", en="Shorten it.")
CHECK_TWICE = T(id="Pemeriksaan orang ini sudah ada di baris sebelumnya.",
                en="An earlier row holds a check of this person.")  # fmt: skip
MEDAL_TWICE = T(id="Tanda kehormatan orang ini sudah ada di baris sebelumnya.",
                en="An earlier row holds this medal of this person.")  # fmt: skip
KEEP_ONE = T(id="Sisakan satu baris.", en="Keep one row.")
CONTRADICTS = T(id="Kedudukan hukum pegawai ini berkata lain; ditandai sampai diperiksa ulang.",
                en="The legal position of this person says otherwise; it is marked until looked into.")  # fmt: skip
LOOK_AGAIN = T(id="Periksa berkas kepegawaian dan kedudukan hukumnya.", en="Look into the file and the legal position.")
