"""The network inside the run, and what stands in for the world outside of it.

Importing this module makes `import aiohttp`, `import httpx` and `import requests` find small stand-ins: clients of simulated web
servers that answer every address (loopscope.servers). `server` says how one of them answers, `set_latency` and `set_bandwidth` how
fast the network is.
"""
import sys
from _net import set_bandwidth, set_latency

__all__ = ('set_latency', 'set_bandwidth', 'server')


def server(host, **how):
    """How the simulated server of a host answers; see loopscope.servers.server."""
    from loopscope import servers
    servers.server(host, **how)


class _StandIn(type(sys)):
    """A module that is loaded when something of it is asked for."""

    def __getattr__(self, name):
        if name == '__path__':
            raise AttributeError(name)
        full = f'loopscope.{self.__name__}'
        __import__(full)
        loaded = sys.modules[full]
        try:
            return getattr(loaded, name)
        except AttributeError:
            raise AttributeError(f'the stand-in for {self.__name__} has no {name!r}') from None


for _name in 'aiohttp', 'httpx', 'requests':
    sys.modules.setdefault(_name, _StandIn(_name))
