"""What people do on the pages of performance, step by step, so that a journey or a whole year can be made of it."""

from journeys.accessibility import refuse_violations

PHONE = {"width": 390, "height": 844}


class Steps:
    """Steps on one page: ``steps.enter(sari, "/kinerja/")`` signs in afresh, the others go on from where one is."""

    def __init__(self, page, address, sign_in_as) -> None:
        self.page, self.address, self.sign_in_as = page, address, sign_in_as
        page.set_viewport_size(PHONE)

    def enter(self, user, path) -> None:
        self.page.context.clear_cookies()
        self.sign_in_as(user)
        self.page.goto(self.address(path))

    def press(self, name) -> None:
        self.page.get_by_role("button", name=name).click()

    def sees(self, words) -> None:
        self.page.get_by_text(words).first.wait_for()

    def propose_plan(self) -> None:
        """From one's own performance: write a goal that falls from 21 to 3 days and propose it."""
        page = self.page
        page.get_by_role("link", name="Susun SKP").click()
        self.press("Mulai menyusun")
        page.get_by_role("link", name="Tambah hasil kerja").click()
        page.get_by_label("Hasil apa yang diharapkan?").fill("Izin terbit lebih cepat")
        self.press("Simpan, lalu isi indikator")
        page.get_by_label("Dari apa terlihat").fill("Waktu tunggu izin")
        page.get_by_label("Angka awal").fill("21")
        page.get_by_label("Target", exact=False).first.fill("3")
        page.get_by_label("Satuan").fill("hari")
        page.get_by_label("Arah").select_option("lower")
        self.press("Simpan indikator")
        refuse_violations(page, "a plan in the making")
        self.press("Ajukan kepada pejabat penilai")

    def agree_plan(self, name) -> None:
        """From the team: agree the plan of somebody."""
        self.press(f"Tetapkan: {name}")
        self.sees("ditetapkan.")

    def achieve(self, amount) -> None:
        """From one's own performance: put down what was reached."""
        self.page.get_by_role("link", name="Catat realisasi").click()
        self.page.get_by_label("Realisasi (hari)").fill(amount)
        self.page.get_by_label("Bukti dukung").fill("Buku register")
        self.press("Simpan realisasi")

    def give_note(self, situation, behaviour) -> None:
        """From the form of a note: say what was seen."""
        self.page.get_by_label("Situasi").fill(situation)
        self.page.get_by_label("Perilaku").fill(behaviour)
        self.press("Kirim")
        self.sees("Umpan balik terkirim.")

    def rate_and_deliver(self) -> None:
        """From an appraisal: rate the results below what was expected, sign and deliver."""
        page = self.page
        page.get_by_role("link", name="Nilai sekarang").click()
        page.locator("input[name=results][value=below]").check()
        page.get_by_label("Alasan rating hasil kerja").fill("Tiga berkas terlambat")
        page.locator("input[name=behaviour][value=as_expected]").check()
        page.get_by_label("Catatan dan rekomendasi").fill("Susun jadwal harian")
        self.press("Simpan konsep")
        self.sees("Butuh Perbaikan")
        refuse_violations(page, "a draft to sign")
        self.press("Tandatangani")
        self.press("Sampaikan kepada pegawai")
        self.sees("Dokumen disampaikan kepada pegawai.")

    def receive_and_object(self) -> None:
        """From one's own appraisal: receive it and object, with evidence."""
        self.press("Saya sudah menerima")
        self.page.get_by_role("link", name="Ajukan keberatan").first.click()
        self.page.locator("textarea").first.fill("Sistem padam tiga hari")
        self.page.locator("textarea").nth(1).fill("Catatan gangguan")
        self.press("Ajukan")
        self.sees("Keberatan diajukan kepada atasan penilai.")

    def be_heard(self) -> None:
        """From the form of one's statement or hearing: say it."""
        self.page.locator("textarea").fill("Padam sejak Senin")
        self.press("Simpan")
        self.sees("Keterangan dicatat.")

    def decide_as_expected(self) -> None:
        """From an objection: change the result."""
        page = self.page
        page.get_by_role("link", name="Putuskan").click()
        page.locator("input[name=ruling][value=changed]").check()
        page.locator("select[name=results]").select_option("as_expected")
        page.locator("select[name=behaviour]").select_option("as_expected")
        for area in page.locator("textarea").all():
            area.fill("Gangguan bukan kelalaian")
        self.press("Putuskan")
        self.sees("Keberatan diputus dan disegel.")
