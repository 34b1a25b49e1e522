"""A result as files: the official report as PDF/A, and its figures as a workbook."""

from datetime import date

from django.http import HttpResponse
from django.utils.text import slugify

from pembina.domain.services.models import SurveyPublication
from pembina.domain.services.result_content import ResultContent
from pembina.exchange.papers import write_paper
from pembina.exchange.survey_files.result_workbook import result_workbook
from pembina.web.survey_results.paper import report_paper
from pembina.web.survey_results.sheets import result_sheets

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def pdf_file(content: ResultContent, *, published: SurveyPublication | None, on: date) -> HttpResponse:
    """Return the report; one that is not published says on every page that it is a preview."""
    paper = write_paper("survey_report", report_paper(content, published=published, on=on))
    return _download(paper, "application/pdf", f"laporan-skm-{_named(content)}.pdf")


def workbook_file(content: ResultContent) -> HttpResponse:
    """Return the figures."""
    return _download(result_workbook(result_sheets(content)), WORKBOOK, f"olah-data-skm-{_named(content)}.xlsx")


def _named(content: ResultContent) -> str:
    period = content["period"]
    return slugify(f"{period['unit_code']} {period['title']}") or "periode"


def _download(content: bytes, kind: str, name: str) -> HttpResponse:
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
