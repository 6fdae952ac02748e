"""Names that are not public, but that well-known libraries use."""
import html
import ipaddress
import random
import xml.etree.ElementTree as ElementTree
from unittest.case import _subtest_msg_sentinel

print(html._charref.sub(html._replace_charref, '&lt;&#65;&#x42;&nosuch;&amp &copy;') == html.unescape('&lt;&#65;&#x42;&nosuch;&amp &copy;'))
print(issubclass(ipaddress.IPv4Address, ipaddress._BaseAddress), issubclass(ipaddress.IPv6Network, ipaddress._BaseNetwork),
      isinstance(ipaddress.ip_address('::1'), ipaddress._BaseV6), issubclass(ipaddress.IPv4Network, ipaddress._BaseV4))
print(random._inst is random.random.__self__, isinstance(random._inst, random.Random))
print(sorted(ElementTree.HTML_EMPTY))
print(ElementTree.tostring(ElementTree.XML('<p>a<br/><i/></p>'), method='html'), _subtest_msg_sentinel is not None)
