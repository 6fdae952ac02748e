"""Settings of the network inside the run: what is sent from now on takes its time."""
from _net import set_bandwidth, set_latency

__all__ = ('set_latency', 'set_bandwidth')
