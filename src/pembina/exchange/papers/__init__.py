"""Official papers: Typst templates and letterhead, written as accessible PDF/A."""

from pembina.exchange.papers.writing import PaperError, write_paper

__all__ = ["PaperError", "write_paper"]
