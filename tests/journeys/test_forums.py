"""A citizen asks, Maya answers, a promise is late and then kept: in a browser, at a desk and on a phone."""

from datetime import timedelta

import pytest
from django.utils import timezone

from journeys.accessibility import SCHEMES, WIDTHS, axe_check, refuse_violations, small_targets
from pembina.domain.people.demonstration import load_demo_government
from pembina.domain.people.models import Person, Unit
from pembina.domain.services.enums import CommitmentState, ForumKind
from pembina.domain.services.models import Commitment, ForumQuestion
from pembina.domain.services.operations.commitments import Promise, make_commitment, tell_progress
from pembina.domain.services.operations.forum_minutes import write_minutes
from pembina.domain.services.operations.forum_questions import answer_question, ask_question, show_question
from pembina.domain.services.operations.forums import AgendaLine, ForumPlan, announce_forum, hold_forum, plan_forum


@pytest.fixture
def maya(person):
    return person("maya")


@pytest.fixture
def office(transactional_db):
    load_demo_government(size=300, on=timezone.localdate(), at=timezone.now())
    return Unit.objects.get(code="01.07")


@pytest.fixture
def owner(office):
    return Person.objects.filter(assignments__unit=office, assignments__ends_on__isnull=True).order_by("pk").first()


@pytest.fixture
def forum(office, maya):
    """An event that goes on now."""
    now = timezone.now()
    told = {"title": "Dengar warga", "kind": ForumKind.OPEN_HOUSE, "place": "Aula", "agenda": [AgendaLine("Pembukaan")]}
    plan = ForumPlan(**told, starts_at=now - timedelta(hours=1), ends_at=now + timedelta(hours=3))
    made = plan_forum(unit=office, plan=plan, by=maya, at=now)
    announce_forum(forum=made, by=maya, at=now)
    hold_forum(forum=made, by=maya, at=now)
    return made


@pytest.fixture
def promised(forum, owner, maya):
    """A promise that has been late for two days."""
    today = timezone.localdate()
    said = Promise("Loket kedua dibuka", owner, today - timedelta(days=30), today - timedelta(days=2))
    return make_commitment(unit=forum.unit, promise=said, forum=forum, by=maya, at=timezone.now())


@pytest.fixture
def question(forum, maya):
    now = timezone.now()
    asked = ask_question(forum=forum, text="Kapan antrean dibuka?", at=now, origin="")
    show_question(question=asked, by=maya, at=now)
    return asked


@pytest.fixture
def filled(forum, question, promised, maya):
    """The same with something on every page."""
    now = timezone.now()
    ask_question(forum=forum, text="Masih menunggu?", at=now, origin="")
    answered = ask_question(forum=forum, text="Sudah dijawab?", at=now, origin="")
    answer_question(question=answered, answer="Ya.", by=maya, at=now)
    tell_progress(commitment=promised, text="Meja dipesan", by=maya, at=now)
    write_minutes(forum=forum, text="# Hasil\n- satu", women=1, men=2, by=maya, at=now, publish=True)
    return forum


@pytest.fixture
def public_addresses(filled, promised):
    return ["/forum/", f"/forum/{filled.pk}/", "/janji/", "/janji/?show=late", f"/janji/{promised.pk}/"]


@pytest.fixture
def staff_addresses(filled, promised, question):
    at = f"/forum-warga/{filled.pk}/"
    return [
        "/forum-warga/", at, f"{at}ubah/", f"{at}pertanyaan/", f"{at}langsung/", f"{at}notulen/", f"{at}janji/",
        f"{at}pertanyaan/{question.pk}/tolak/", "/forum-warga/baru/", "/forum-warga/janji/",
        f"/forum-warga/janji/{promised.pk}/", f"/forum-warga/janji/{promised.pk}/tunda/",
    ]  # fmt: skip


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing_on_any_page(
    page, address, sign_in_as, maya, public_addresses, staff_addresses, width, scheme
):
    for path in public_addresses:
        axe_check(page, address(path), width, scheme)
    sign_in_as(maya)
    for path in staff_addresses:
        axe_check(page, address(path), width, scheme)


def test_targets_fit_a_finger(page, address, sign_in_as, maya, public_addresses, staff_addresses):
    page.set_viewport_size({"width": 390, "height": 844})
    sign_in_as(maya)
    for path in [*public_addresses, *staff_addresses]:
        page.goto(address(path))
        assert small_targets(page) == [], path


def test_a_citizen_asks_and_supports_without_scripts(page_without_scripts, address, forum, question):
    page = page_without_scripts
    page.goto(address(f"/forum/{forum.pk}/"))
    page.get_by_label("Pertanyaan Anda").fill("Apakah ada parkir? \U0001f697 <b>")
    page.get_by_role("button", name="Kirim pertanyaan").click()
    assert "Pertanyaan terkirim" in page.content()
    for told in ("Dukungan tercatat.", "Anda sudah mendukung pertanyaan ini."):
        page.get_by_role("button", name="Saya juga ingin tahu").first.click()
        assert told in page.content()
    assert question.supports.count() == 1
    assert ForumQuestion.objects.filter(text="Apakah ada parkir? \U0001f697 <b>").exists()


def test_a_question_becomes_an_answer_and_a_late_promise_is_kept(page, address, sign_in_as, maya, forum, promised):
    page.goto(address(f"/forum/{forum.pk}/"))
    page.get_by_label("Pertanyaan Anda").fill("Kapan loket kedua buka?")
    page.get_by_role("button", name="Kirim pertanyaan").click()
    sign_in_as(maya)
    page.goto(address(f"/forum-warga/{forum.pk}/pertanyaan/"))
    page.get_by_role("link", name="Jawab").click()
    page.get_by_label("Jawaban").fill("Bulan ini.")
    page.get_by_role("button", name="Simpan jawaban").click()
    page.goto(address(f"/forum/{forum.pk}/"))
    assert "Bulan ini." in page.content()
    assert "Terlambat 2 hari" in page.content()
    page.goto(address(f"/forum-warga/janji/{promised.pk}/selesai/"))
    page.get_by_label("Bukti", exact=True).fill("Loket kedua buka sejak Senin.")
    page.get_by_role("button", name="Selesaikan").click()
    page.goto(address("/janji/"))
    assert "Selesai, terlambat 2 hari" in page.content()
    assert Commitment.objects.get().state == CommitmentState.DONE


def test_typing_along_needs_only_the_keyboard(page, address, sign_in_as, maya, forum):
    sign_in_as(maya)
    page.goto(address(f"/forum-warga/{forum.pk}/langsung/"))
    for text in ("Parkir?", "Toilet?"):
        # The browser puts the caret there by itself, a moment after the page has come.
        page.locator("[name=text]:focus").wait_for()
        page.keyboard.type(text)
        with page.expect_navigation():
            page.keyboard.press("Enter")
    refuse_violations(page, "typing along")
    assert list(ForumQuestion.objects.order_by("pk").values_list("text", flat=True)) == ["Parkir?", "Toilet?"]
