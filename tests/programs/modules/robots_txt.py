# What robots.txt lets a crawler fetch: rules by crawler, the first that fits, delays, rates, maps of the site.
from urllib.robotparser import RobotFileParser

TEXT = """# a comment
User-agent: *
Disallow: /private/
Allow: /private/open.html
Crawl-delay: 10
Request-rate: 3/15

User-agent: FastBot
User-agent: SlowBot  # two of them
Allow: /private/shared
Disallow: /private
Disallow: /tmp/a%3Cb
Crawl-delay: soon

User-agent: Nobody
Disallow: /
Sitemap: https://example.com/map.xml

Disallow: /lost
User-agent: Anybody
Disallow:

User-agent: *
Disallow: /later
"""

rules = RobotFileParser("https://example.com/robots.txt")
print(rules.can_fetch("FastBot", "/"), rules.crawl_delay("FastBot"), rules.mtime(), repr(str(rules)), rules.site_maps())
rules.parse(TEXT.splitlines())
for agent in ("Mozilla/5.0", "fastbot/2.1", "SlowBot", "nobody", "Anybody", "The SlowBot of Mine"):
    for url in ("https://example.com/", "/private/", "/private/open.html", "/private/shared/x", "/tmp/a<b", "/later", "", "/private?x=1#y"):
        print(rules.can_fetch(agent, url), end=" ")
    print(agent, rules.crawl_delay(agent), rules.request_rate(agent))
print(rules.request_rate("x").requests, rules.site_maps(), rules.mtime() > 0, rules.host, rules.path)
print(rules)
