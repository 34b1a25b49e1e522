"""Events for the calendars of phones and desks (iCalendar, RFC 5545)."""

from pembina.exchange.calendar_files.writing import CalendarEvent, event_calendar

__all__ = ["CalendarEvent", "event_calendar"]
