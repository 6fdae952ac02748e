"""A report of time entries: dataclasses, JSON, arguments, logging, dates."""
import argparse, json, logging, sys
from dataclasses import dataclass, field, asdict
from datetime import datetime, timedelta, date
from collections import defaultdict, Counter
from typing import Iterable

logging.basicConfig(level=logging.INFO, format="%(levelname)-8s %(name)s: %(message)s", stream=sys.stdout)
log = logging.getLogger("report")

@dataclass(order=True)
class Entry:
    when: datetime
    project: str = field(compare=False)
    minutes: int = field(compare=False, default=0)
    tags: list[str] = field(default_factory=list, compare=False)

    def __post_init__(self):
        if self.minutes < 0:
            raise ValueError(f"negative duration: {self.minutes}")

    @property
    def hours(self):
        return self.minutes / 60

RAW = """
[{"when": "2024-03-01T09:00:00", "project": "alpha", "minutes": 90, "tags": ["dev"]},
 {"when": "2024-03-01T11:00:00", "project": "beta", "minutes": 45},
 {"when": "2024-02-28T14:30:00", "project": "alpha", "minutes": 120, "tags": ["dev", "review"]},
 {"when": "2024-03-02T08:15:00", "project": "gamma", "minutes": 15, "tags": ["admin"]}]
"""

def load(text: str) -> list[Entry]:
    return sorted(Entry(datetime.fromisoformat(d.pop("when")), **d) for d in json.loads(text))

def by_day(entries: Iterable[Entry]) -> dict[date, list[Entry]]:
    days = defaultdict(list)
    for e in entries:
        days[e.when.date()].append(e)
    return dict(days)

def main(argv=None):
    parser = argparse.ArgumentParser(prog="report", description="Summarise time entries.")
    parser.add_argument("--format", choices=["text", "json"], default="text", help="output format")
    parser.add_argument("-m", "--min", type=int, default=0, metavar="MINUTES", help="ignore shorter ones (default: %(default)s)")
    parser.add_argument("projects", nargs="*", help="only these")
    args = parser.parse_args(argv)
    entries = [e for e in load(RAW) if e.minutes >= args.min and (not args.projects or e.project in args.projects)]
    log.info("%d entries after filter %r", len(entries), args)
    if args.format == "json":
        print(json.dumps([asdict(e) for e in entries], default=str, indent=2))
        return 0
    for day, es in by_day(entries).items():
        print(f"{day:%a %d %b %Y}".center(40, "="))
        for e in es:
            print(f"  {e.when:%H:%M} {e.project:<10}{e.hours:>6.2f} h  {', '.join(e.tags) or '-'}")
    totals = Counter()
    for e in entries:
        totals[e.project] += e.minutes
    for project, minutes in totals.most_common():
        print(f"{project:.<20}{timedelta(minutes=minutes)!s:.>20}")
    return 0

main([])
main(["--format", "json", "alpha"])
main(["-m", "60"])
try:
    main(["--format", "xml"])
except SystemExit as e:
    print("exit", e.code)
try:
    main(["-h"])
except SystemExit as e:
    print("exit", e.code)
try:
    Entry(datetime(2024, 1, 1), "x", -5)
except ValueError:
    log.exception("bad entry")
