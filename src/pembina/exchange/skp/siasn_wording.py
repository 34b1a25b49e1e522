"""What the writer of SIASN's shapes says about a row that it leaves out, and about a cell that it leaves empty."""

from pembina.core.text import Text

T = Text

NO_ID = T(id="ID pegawai di SIASN (pns_id) belum diketahui.", en="The id of the person in SIASN (pns_id) is unknown.")
BAD_ID = T(id="Ini bukan ID pegawai SIASN.", en="This is no id of SIASN.")
ADD_ID = T(id="Unggah ID pegawai dari ekspor SIASN di halaman JP untuk SIASN.",
           en="Upload the ids from the staff export of SIASN on the page of hours for SIASN.")  # fmt: skip
WRONG_MONTHS = T(id="Bulannya tidak cocok dengan siklusnya.", en="The months do not fit the cycle.")
TO_COME = T(id="Periode ini belum berakhir.", en="This period is not over.")
CHECK_PERIOD = T(id="Periksa tahun dan bulannya.", en="Check year and months.")
NO_RATER = T(id="Nama penilai kosong.", en="The name of the rater is missing.")
NO_RATER_NUMBER = T(id="NIP/NRP penilai kosong atau bukan nomor.", en="The number of the rater is missing or none.")
ADD_RATER = T(id="Lengkapi penilai di e-Kinerja, lalu impor ulang.",
              en="Complete the rater in e-Kinerja, then import it anew.")  # fmt: skip
ADD_OWN_RATER = T(
    id="Lengkapi atasan di data pegawai; yang dinilai kepala daerah diisi langsung di e-Kinerja.",
    en="Complete the superior in the staff record; whoever is rated by the head of region goes straight to e-Kinerja.",
)
NO_STATUS = T(id="Status penilai bukan ASN atau NON ASN.", en="The status of the rater is neither ASN nor NON ASN.")
ADD_STATUS = T(id="Isi ASN atau NON ASN.", en="Fill in ASN or NON ASN.")
UNSIGNED = T(id="Belum dinilai, atau belum ditandatangani penilai.", en="Not rated, or not signed by the rater.")
HAVE_IT_RATED = T(id="Tunggu penilai, atau teruskan kepada atasannya di halaman Evaluasi kinerja.",
                  en="Wait for the rater, or pass it to the superior on the page of appraisals.")  # fmt: skip
UNDELIVERED = T(id="Belum disampaikan kepada pegawai.", en="Not delivered to the person yet.")
HAVE_IT_DELIVERED = T(id="Minta penilai menyampaikannya, atau tutup periodenya.",
                      en="Have the rater deliver it, or close the period.")  # fmt: skip
OBJECTED = T(id="Keberatan belum diputus.", en="An objection is not decided.")
WAIT_FOR_RULING = T(id="Tunggu keputusan atasan penilai; hasilnya dapat berubah.",
                    en="Wait for the decision of the superior; the result may change.")  # fmt: skip
DIFFERENT = T(id="Evaluasi di sini dan catatan e-Kinerja berbeda.",
              en="The appraisal here and the record of e-Kinerja differ.")  # fmt: skip
CHOOSE_ONE = T(id="Periksa mana yang benar, lalu pilih sumbernya di atas untuk mengirim satu di antaranya.",
               en="See which one is right, then choose its source above to send one of them.")  # fmt: skip
NOT_FUNCTIONAL = T(id="Bukan jabatan fungsional.", en="No functional position.")
NO_LEVEL = T(id="Jenjang tidak terbaca dari nama jabatan.", en="The title of the position tells no level.")
NO_POSITION = T(id="Jabatan pada akhir periode tidak diketahui.", en="The position at the end is not known.")
