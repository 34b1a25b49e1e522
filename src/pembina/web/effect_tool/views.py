"""From a file to an honest answer. Nothing is kept: what one step learns, the visitor carries to the next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from pembina.web.access import open_to_all
from pembina.web.effect_tool.carried import CarriedLook, CarriedResult
from pembina.web.effect_tool.computation import Look, answer, look_at
from pembina.web.effect_tool.forms import FileForm, QuestionForm, question_form, typed_before
from pembina.web.effect_tool.present_result import present_result
from pembina.web.effect_tool.present_steps import present_columns, present_start
from pembina.web.effect_tool.sample import sample_result, truth_of_sample
from pembina.web.effect_tool.work import Worked, work
from pembina.web.uploads import BrokenSealError

FROM_THE_FILE_PART = "file-part"


@open_to_all
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """What the tool answers, and the field for the file."""
    return step(request, FileForm())


@open_to_all
def columns(request: HttpRequest) -> HttpResponse:
    """Read the file once and show which column is taken for what."""
    if request.method != "POST":
        return step(request, FileForm())
    if request.headers.get("HX-Trigger") == FROM_THE_FILE_PART and not request.FILES:
        return HttpResponse(status=204)
    form = FileForm(request.POST, request.FILES)
    worked: Worked[Look] = Worked()
    if form.is_valid():
        file = form.cleaned_data["file"]
        worked = work(form, look_at, file.read(), file.name, form.cleaned_data["rows_are"])
    if worked.answer is None:
        return step(request, form, worked.status)
    return step(request, question_form(CarriedLook.of(worked.answer), initial=typed_before(request.POST)))


@open_to_all
def result(request: HttpRequest) -> HttpResponse:
    """Evaluate the file, sent once more because it was not kept."""
    if request.method != "POST":
        return step(
            request, FileForm(), note=_("Hasil tidak disimpan. Pilih lagi berkasnya untuk menghitungnya kembali.")
        )
    try:
        carried = CarriedLook.opened(request.POST.get("look", ""))
    except BrokenSealError:
        return step(request, FileForm(), note=_("Langkah sebelumnya sudah kedaluwarsa. Mulai lagi dari berkasnya."))
    form = question_form(carried, request.POST, request.FILES)
    worked: Worked = Worked()
    if form.is_valid():
        file = form.cleaned_data["file"]
        worked = work(form, answer, file.read(), file.name, form.wish(), get_language() or "id")
    if worked.answer is None:
        return step(request, form, worked.status)
    found = CarriedResult(worked.answer, file.name, form.cleaned_data["figure_unit"])
    return shown(request, "result", {"page": present_result(found), "carried": found.sealed()})


@open_to_all
@require_safe
def sample(request: HttpRequest) -> HttpResponse:
    """The simulated programme, its evaluation, and then the truth."""
    found = sample_result(get_language() or "id")
    return shown(request, "result", {"page": present_result(found), "truth": truth_of_sample(found)})


def step(request: HttpRequest, form: FileForm | QuestionForm, status: int = 200, note: str = "") -> HttpResponse:
    """Step 1 or 2 with whatever was typed; in place, only the part below the file is replaced."""
    page = present_columns(form) if isinstance(form, QuestionForm) else present_start()
    context = {"page": page, "form": form, "note": note, "in_place": in_place(request)}
    if in_place(request):
        response = render(request, "effect_tool/columns_part.html", context, status=status)
        response["HX-Retarget"], response["HX-Reswap"] = "#columns", "outerHTML show:#columns:top"
    else:
        response = render(request, "effect_tool/step.html", context, status=status)
    if status == 503:
        response["Retry-After"] = "20"
    return response


def shown(request: HttpRequest, name: str, context: dict) -> HttpResponse:
    """A whole page, or in place its content."""
    if not in_place(request):
        return render(request, f"effect_tool/{name}.html", context)
    response = render(request, f"effect_tool/{name}_part.html", {**context, "in_place": True})
    response["HX-Push-Url"] = request.path
    return response


def in_place(request: HttpRequest) -> bool:
    """Whether a script asks for a part of the page; one that goes back in the history wants the whole."""
    asking = request.htmx  # type: ignore[attr-defined]
    return bool(asking) and not asking.history_restore_request
