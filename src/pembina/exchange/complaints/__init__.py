"""Complaints of SP4N-LAPOR!, in and out.

What is read here needs no Django, for files are read in a process without it; what is written is in `writing`.
"""

from pembina.exchange.complaints.reading import read_lapor

__all__ = ["read_lapor"]
