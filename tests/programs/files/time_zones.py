# Time zones have their summer times, their gaps and the hours that come twice, as the tz database tells of them.
import copy
import pickle
from datetime import datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones


def show(moment):
    print(moment, moment.tzname(), moment.utcoffset(), moment.dst(), moment.fold)


new_york = ZoneInfo("America/New_York")
for month in (1, 7):
    show(datetime(2024, month, 4, 12, tzinfo=new_york))
for key in ("Europe/London", "Europe/Dublin", "Asia/Kolkata", "Asia/Kathmandu", "Australia/Lord_Howe", "Asia/Tokyo", "Africa/Casablanca",
            "America/St_Johns", "Pacific/Apia", "Antarctica/Troll", "US/Pacific", "CET", "EST", "UTC", "Etc/GMT+5"):
    zone = ZoneInfo(key)
    for month in (1, 4, 7, 10):
        show(datetime(2025, month, 15, 6, 30, tzinfo=zone))

print("the hour that is left out, and the one that comes twice")
for day, month in ((10, 3), (3, 11)):
    start = datetime(2024, month, day, 0, 30, tzinfo=new_york)
    for hours in range(4):
        for fold in (0, 1):
            show((start + timedelta(hours=hours)).replace(fold=fold))
    utc = datetime(2024, month, day, 5, 30, tzinfo=timezone.utc)
    for hours in range(3):
        show((utc + timedelta(hours=hours)).astimezone(new_york))

print("meetings")
meeting = datetime(2024, 3, 20, 9, tzinfo=ZoneInfo("Europe/Berlin"))
for key in ("America/Los_Angeles", "Asia/Singapore", "America/Sao_Paulo"):
    show(meeting.astimezone(ZoneInfo(key)))
print(meeting - datetime(2024, 3, 20, 9, tzinfo=new_york), meeting == meeting.astimezone(new_york))
print((meeting + timedelta(days=14)).isoformat(), meeting.strftime("%H:%M %Z %z"), meeting.timestamp())
print(datetime.fromtimestamp(1_700_000_000, ZoneInfo("Asia/Tokyo")), time(9, tzinfo=new_york).tzname(), time(9, tzinfo=ZoneInfo("Japan")).tzname())

print("long ago, and far ahead")
for year in (1, 1883, 1918, 1942, 1945, 1974, 1987, 2006, 2007, 2037, 2038, 2050, 2400, 9999):
    show(datetime(year, 3, 25, 12, tzinfo=new_york))
show(datetime(1941, 6, 1, tzinfo=ZoneInfo("Europe/London")))
show(datetime(2011, 12, 29, 23, tzinfo=ZoneInfo("Pacific/Apia")) + timedelta(hours=1))
show(datetime(2011, 12, 31, tzinfo=ZoneInfo("Pacific/Apia")))

print("zones are objects")
print(new_york, repr(new_york), new_york.key, new_york is ZoneInfo("America/New_York"), ZoneInfo.no_cache("UTC") is ZoneInfo("UTC"))
print(pickle.loads(pickle.dumps(new_york)) is new_york, copy.deepcopy(new_york) is new_york, new_york.utcoffset(None), ZoneInfo("UTC").utcoffset(None))
print({"Europe/Paris", "US/Eastern", "UTC", "Asia/Calcutta"} <= available_timezones(), "Mars/Olympus" in available_timezones())
for wrong in ("Mars/Olympus", "Europe", "America/New_York ", "../UTC", "/etc/localtime", "", "R", "Europe/Paris "):
    try:
        print(ZoneInfo(wrong))
    except (ZoneInfoNotFoundError, ValueError) as error:
        print(type(error).__name__, error)
