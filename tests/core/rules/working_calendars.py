"""Random calendars for property tests, and the brute-force counter that walks minute by minute."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from pembina.core.rules.service_time import Holiday, Hours, SpecialHours, WeekFrom, WorkingCalendar

# Indonesia; clocks that change at night, by half an hour, across midnight; and an island that skipped a whole day.
ZONES = [
    "Asia/Jakarta",
    "Asia/Makassar",
    "Asia/Jayapura",
    "Europe/Amsterdam",
    "America/New_York",
    "Australia/Lord_Howe",
    "America/Havana",
    "Pacific/Apia",
]
# Days around which something happens: changes of the clock in 2011, the day that Samoa skipped (2011-12-30), New Year.
DAYS = [date(2011, 3, 13), date(2011, 3, 27), date(2011, 10, 30), date(2011, 11, 6), date(2011, 12, 30)]
MINUTE = timedelta(minutes=1)


@st.composite
def day_hours(draw) -> tuple[Hours, ...]:
    ends = sorted(draw(st.lists(st.integers(0, 1440), unique=True, max_size=6)))
    ends = ends[: len(ends) // 2 * 2]
    return tuple(Hours(opens, closes) for opens, closes in zip(ends[::2], ends[1::2], strict=True))


weeks = st.tuples(*[day_hours()] * 7)
around = st.builds(lambda day, shift: day + timedelta(days=shift), st.sampled_from(DAYS), st.integers(-6, 6))


@st.composite
def calendars(draw) -> WorkingCalendar:
    holidays = tuple(Holiday(day, "libur", "local") for day in draw(st.sets(around, max_size=4)))
    special, length = [], 0
    for first in draw(st.lists(around, max_size=3)):
        length += draw(st.integers(1, 5))
        last, distance = first + timedelta(days=length), draw(st.integers(0, 2))
        special.append(SpecialHours(first, last, draw(weeks), "jam khusus", distance))
    later = tuple(WeekFrom(day, draw(weeks.filter(any))) for day in draw(st.sets(around, max_size=2)))
    return WorkingCalendar(draw(st.sampled_from(ZONES)), draw(weeks.filter(any)), holidays, tuple(special), later)


@st.composite
def spans(draw, longest: int = 6 * 24 * 60) -> tuple[datetime, datetime]:
    day = draw(around)
    start = datetime(day.year, day.month, day.day, tzinfo=UTC) + draw(st.integers(0, 1439)) * MINUTE
    return start, start + draw(st.integers(0, longest)) * MINUTE


def hours_by_hand(calendar: WorkingCalendar, day: date) -> tuple[Hours, ...]:
    if day in {holiday.day for holiday in calendar.holidays}:
        return ()
    applying = [special for special in calendar.special if special.first <= day <= special.last]
    chosen = min(applying, key=lambda special: (special.distance, special.last - special.first), default=None)
    begun = [change for change in calendar.later if change.first <= day]
    usual = max(begun, key=lambda change: change.first).week if begun else calendar.week
    return (chosen.week if chosen else usual)[day.weekday()]


def open_by_hand(calendar: WorkingCalendar, instant: datetime) -> bool:
    wall = instant.astimezone(ZoneInfo(calendar.zone))
    minute = wall.hour * 60 + wall.minute
    return any(hours.opens <= minute < hours.closes for hours in hours_by_hand(calendar, wall.date()))


def minutes_by_hand(calendar: WorkingCalendar, start: datetime, end: datetime) -> int:
    return sum(open_by_hand(calendar, start + number * MINUTE) for number in range((end - start) // MINUTE))
