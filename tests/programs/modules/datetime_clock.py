# The clock of dates is that of the module time.
import time
from datetime import UTC, date, datetime, timedelta, timezone

zone = timezone(timedelta(hours=5))
before = time.time()
now = datetime.now()
print(now.tzinfo, datetime.now(UTC).tzinfo, datetime.now(zone).tzinfo, abs(now.timestamp() - before) < 5, date.today() in (now.date(), date.fromtimestamp(time.time())))
print(datetime.today() - now < timedelta(seconds=5), datetime.now(UTC) - datetime.now(zone) < timedelta(seconds=5), abs(datetime.now(UTC).timestamp() - time.time()) < 5)
start = datetime.now()
time.sleep(0.5)
print(timedelta(seconds=0.5) <= datetime.now() - start < timedelta(seconds=30))
print(datetime.fromtimestamp(before).timestamp() == before, datetime.fromtimestamp(before, UTC).timestamp() == before, time.mktime(now.timetuple()) == int(now.timestamp()))
local = now.astimezone()
print(local == now.astimezone(UTC), local.utcoffset() == local.tzinfo.utcoffset(None), local.timestamp() == now.timestamp())
