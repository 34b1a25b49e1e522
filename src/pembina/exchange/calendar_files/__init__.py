"""Events for the calendars of phones and desks (iCalendar, RFC 5545): one as a file, or many as a feed."""

from pembina.exchange.calendar_files.writing import CalendarEvent, CalendarFeed, event_calendar, event_feed

__all__ = ["CalendarEvent", "CalendarFeed", "event_calendar", "event_feed"]
