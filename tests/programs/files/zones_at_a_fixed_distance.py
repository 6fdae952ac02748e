"""UTC and the zones at a fixed distance from it; zones that do not exist are not found."""
import copy
import pickle
import zoneinfo
from datetime import datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def told(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


utc, west, east = ZoneInfo("UTC"), ZoneInfo("Etc/GMT+5"), ZoneInfo("Etc/GMT-14")
for zone in utc, west, east, ZoneInfo("Etc/UTC"), ZoneInfo("GMT"), ZoneInfo("Etc/GMT-9"):
    when = datetime(2024, 3, 10, 12, 30, tzinfo=zone)
    print(zone, repr(zone), zone.key, when, when.utcoffset(), when.dst(), when.tzname(), when.isoformat(), when.astimezone(timezone.utc))
    print(zone.utcoffset(None), zone.tzname(when), time(1, tzinfo=zone), pickle.loads(pickle.dumps(zone)) is zone, copy.copy(zone) is zone)
    print(datetime(2024, 1, 1, tzinfo=timezone.utc).astimezone(zone), f"{when:%Y-%m-%d %H:%M:%S %Z %z}")
print(datetime(2024, 1, 1, tzinfo=utc) == datetime(2023, 12, 31, 19, tzinfo=west), datetime(2024, 1, 1, tzinfo=utc) - datetime(2024, 1, 1, tzinfo=east))
print(ZoneInfo("UTC") is utc, ZoneInfo.no_cache("UTC") is utc, datetime.now(utc).tzinfo is utc, isinstance(utc, zoneinfo.ZoneInfo))
ZoneInfo.clear_cache(only_keys=["UTC"])
print(ZoneInfo("UTC") is utc, "UTC" in zoneinfo.available_timezones(), issubclass(ZoneInfoNotFoundError, KeyError))
told(lambda: ZoneInfo("Mars/Base"))
told(lambda: ZoneInfo("no zone"))
told(lambda: ZoneInfo("/etc/passwd"))
told(lambda: ZoneInfo("a//b"))
told(lambda: ZoneInfo("a/../b"))
told(lambda: ZoneInfo("../b"))
told(lambda: utc.fromutc(datetime(2024, 1, 1)))
told(lambda: utc.fromutc(3))
