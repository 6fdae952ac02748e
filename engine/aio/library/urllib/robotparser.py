"""urllib.robotparser: what a site's robots.txt lets a crawler fetch."""
import time
import urllib.error
import urllib.request
from collections import namedtuple
from urllib.parse import quote, unquote, urlparse, urlunparse

__all__ = ['RobotFileParser']

RequestRate = namedtuple('RequestRate', 'requests seconds')


class RuleLine:
    """Whether paths that begin with this one may be fetched. An empty path forbids nothing."""

    def __init__(self, path, allowance):
        self.path = quote(urlunparse(urlparse(path)))
        self.allowance = allowance or path == ''

    def applies_to(self, filename):
        return self.path == '*' or filename.startswith(self.path)

    def __str__(self):
        return f'{"Allow" if self.allowance else "Disallow"}: {self.path}'


class Entry:
    """The rules for some crawlers."""

    def __init__(self):
        self.useragents, self.rulelines = [], []
        self.delay = self.req_rate = None

    def __str__(self):
        lines = [f'User-agent: {agent}' for agent in self.useragents]
        if self.delay is not None:
            lines.append(f'Crawl-delay: {self.delay}')
        if self.req_rate is not None:
            lines.append(f'Request-rate: {self.req_rate.requests}/{self.req_rate.seconds}')
        return '\n'.join(lines + [str(line) for line in self.rulelines])

    def applies_to(self, useragent):
        name = useragent.split('/')[0].lower()
        return any(agent == '*' or agent.lower() in name for agent in self.useragents)

    def allowance(self, filename):
        return next((line.allowance for line in self.rulelines if line.applies_to(filename)), True)


def _set_delay(entry, value):
    if value.isdigit():
        entry.delay = int(value)


def _set_rate(entry, value):
    numbers = [number.strip() for number in value.split('/')]
    if len(numbers) == 2 and all(number.isdigit() for number in numbers):
        entry.req_rate = RequestRate(*map(int, numbers))


_rules = {
    'disallow': lambda entry, value: entry.rulelines.append(RuleLine(value, False)),
    'allow': lambda entry, value: entry.rulelines.append(RuleLine(value, True)),
    'crawl-delay': _set_delay,
    'request-rate': _set_rate,
}


class RobotFileParser:
    def __init__(self, url=''):
        self.entries, self.sitemaps = [], []
        self.default_entry = None
        self.disallow_all = self.allow_all = False
        self.set_url(url)
        self.last_checked = 0

    def mtime(self):
        """Returns the time the robots.txt file was last fetched."""
        return self.last_checked

    def modified(self):
        """Sets the time the robots.txt file was last fetched to the current time."""
        self.last_checked = time.time()

    def set_url(self, url):
        """Sets the URL referring to a robots.txt file."""
        self.url = url
        self.host, self.path = urlparse(url)[1:3]

    def read(self):
        """Reads the robots.txt URL and feeds it to the parser."""
        try:
            answer = urllib.request.urlopen(self.url)
        except urllib.error.HTTPError as error:
            if error.code in (401, 403):
                self.disallow_all = True
            elif 400 <= error.code < 500:
                self.allow_all = True
            error.close()
        else:
            self.parse(answer.read().decode('utf-8', 'surrogateescape').splitlines())

    def _add_entry(self, entry):
        if '*' not in entry.useragents:
            self.entries.append(entry)
        elif self.default_entry is None:
            self.default_entry = entry

    def parse(self, lines):
        """Parse the input lines from a robots.txt file."""
        entry, named, ruled = Entry(), False, False  # whether it has crawlers, whether it has rules
        self.modified()
        for line in lines:
            if not line:
                if ruled:
                    self._add_entry(entry)
                if named:
                    entry, named, ruled = Entry(), False, False
            key, colon, value = line.partition('#')[0].strip().partition(':')
            if not colon:
                continue
            key, value = key.strip().lower(), unquote(value.strip())
            if key == 'user-agent':
                if ruled:
                    self._add_entry(entry)
                    entry, ruled = Entry(), False
                entry.useragents.append(value)
                named = True
            elif key == 'sitemap':
                self.sitemaps.append(value)
            elif named and key in _rules:
                _rules[key](entry, value)
                ruled = True
        if ruled:
            self._add_entry(entry)

    def _entry_for(self, useragent):
        return next((entry for entry in self.entries if entry.applies_to(useragent)), self.default_entry)

    def can_fetch(self, useragent, url):
        """using the parsed robots.txt decide if useragent can fetch url"""
        if self.disallow_all:
            return False
        if self.allow_all:
            return True
        if not self.last_checked:  # until it has been read nothing is known
            return False
        parts = urlparse(unquote(url))
        path = quote(urlunparse(('', '', *parts[2:]))) or '/'
        entry = self._entry_for(useragent)
        return True if entry is None else entry.allowance(path)

    def crawl_delay(self, useragent):
        entry = self._entry_for(useragent) if self.mtime() else None
        return None if entry is None else entry.delay

    def request_rate(self, useragent):
        entry = self._entry_for(useragent) if self.mtime() else None
        return None if entry is None else entry.req_rate

    def site_maps(self):
        return self.sitemaps or None

    def __str__(self):
        entries = self.entries if self.default_entry is None else [*self.entries, self.default_entry]
        return '\n\n'.join(map(str, entries))
