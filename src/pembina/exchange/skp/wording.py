"""What the reader of results says about a row."""

from pembina.core.text import Text

T = Text

UNKNOWN_PERSON = T(id="Tidak ada pegawai dalam jangkauan Anda dengan NIP atau ID ini.",
                   en="Nobody within your reach has this number.")  # fmt: skip
CHECK_PERSON = T(id="Periksa NIP-nya; unggah ID SIASN bila berkas hanya memuat pnsDinilaiId.",
                 en="Check the number; upload the ids of SIASN where the file has pnsDinilaiId alone.")  # fmt: skip
NO_RATING = T(id="Isinya bukan kode atau kata rating.", en="This is no code or word of a rating.")
GIVE_RATING = T(id="Tulis 1, 2, 3 atau Diatas, Sesuai, Dibawah ekspektasi.",
                en="Write 1, 2, 3 or Diatas, Sesuai, Dibawah ekspektasi.")  # fmt: skip
TWO_RATINGS = T(id="Kode dan katanya menyebut rating yang berbeda.", en="Code and word tell different ratings.")
NO_PREDICATE = T(id="Isinya bukan kode atau kata kuadran kinerja.", en="This is no code or word of a predicate.")
GIVE_PREDICATE = T(id="Tulis 1 sampai 5 seperti di SIASN, atau kosongkan: predikat diturunkan dari kedua rating.",
                   en="Write 1 to 5 as SIASN does, or leave it empty: it follows from both ratings.")  # fmt: skip
CONTRADICTS = T(id="Kuadran ini tidak sesuai dengan kedua rating menurut matriks.",
                en="This predicate is not that of the two ratings in the matrix.")  # fmt: skip
CHECK_RECORD = T(id="Periksa di e-Kinerja mana dari ketiganya yang keliru, lalu ekspor ulang.",
                 en="See in e-Kinerja which of the three is wrong, then export it anew.")  # fmt: skip
NO_YEAR = T(id="Tahun kosong atau bukan tahun.", en="The year is missing or none.")
GIVE_YEAR = T(id="Tulis tahun penilaian, misalnya 2025.", en="Write the year, such as 2025.")
NUMERIC_ERA = T(id="Sebelum 2022 hasil kinerja berupa angka, tanpa rating dan predikat.",
                en="Before 2022 results were numbers, without ratings and predicate.")  # fmt: skip
LEAVE_OUT = T(id="Hapus baris ini; riwayat lama tetap di SIASN.", en="Remove the row; older history stays in SIASN.")
TO_COME = T(id="Periode ini belum tiba.", en="This period has not come yet.")
CHECK_PERIOD = T(id="Periksa tahun dan bulannya.", en="Check year and months.")
TWO_YEARS = T(id="Periode ini melewati pergantian tahun.", en="This period goes over the end of a year.")
NO_MONTH = T(id="Isinya bukan bulan.", en="This is no month.")
GIVE_MONTH = T(id="Tulis 1 sampai 12.", en="Write 1 to 12.")
NO_CYCLE = T(id="Isinya bukan periodik SIASN.", en="This is no cycle of SIASN.")
GIVE_CYCLE = T(id="Tulis 1 bulanan atau 2 triwulanan; kosongkan untuk tahunan.",
               en="Write 1 for monthly or 2 for quarterly; leave it empty for a year.")  # fmt: skip
WRONG_MONTHS = T(id="Bulannya tidak cocok dengan siklusnya.", en="The months do not fit the cycle.")
FIT_MONTHS = T(id="Bulanan satu bulan, triwulanan paling banyak tiga bulan dalam satu triwulan.",
               en="A month is one month, a quarter three of them at most.")  # fmt: skip
NO_RATER_HERE = T(id="Penilai tidak dikenal di sini; namanya disimpan seperti tertulis.",
                  en="The rater is not known here; the name is kept as written.")  # fmt: skip
CHECK_RATER = T(id="Boleh dibiarkan, misalnya penilai NON ASN atau instansi lain.",
                en="It may stay so, as with a rater from elsewhere or who is no civil servant.")  # fmt: skip
RATED_ONESELF = T(id="Penilainya pegawai itu sendiri.", en="The rater is the person rated.")
CORRECT_RATER = T(id="Perbaiki penilai di e-Kinerja, lalu ekspor ulang.",
                  en="Correct the rater in e-Kinerja, then export it anew.")  # fmt: skip
SHORTENED = T(id="Terlalu panjang; disimpan terpotong.", en="Too long; kept cut short.")
MAY_STAY = T(id="Boleh dibiarkan.", en="It may stay so.")
TWICE = T(id="Hasil orang ini untuk periode yang sama sudah ada di baris sebelumnya.",
          en="An earlier row tells of the same person and period.")  # fmt: skip
KEEP_ONE = T(id="Sisakan satu baris.", en="Keep one row.")
