"""Policies as 3.14 still has them, with its warnings. In CPython they stand in asyncio.events."""
import warnings

from . import events

__all__ = ('get_event_loop_policy', 'set_event_loop_policy')


class _AbstractEventLoopPolicy:
    def get_event_loop(self):
        raise NotImplementedError

    def set_event_loop(self, loop):
        raise NotImplementedError

    def new_event_loop(self):
        raise NotImplementedError


class _BaseDefaultEventLoopPolicy(_AbstractEventLoopPolicy):
    _loop_factory = None

    def get_event_loop(self):
        return events.get_event_loop()

    def set_event_loop(self, loop):
        events.set_event_loop(loop)

    def new_event_loop(self):
        return self._loop_factory()


class _DefaultEventLoopPolicy(_BaseDefaultEventLoopPolicy):
    _loop_factory = events.EventLoop


_AbstractEventLoopPolicy.__module__ = _BaseDefaultEventLoopPolicy.__module__ = 'asyncio.events'
_DefaultEventLoopPolicy.__module__ = 'asyncio.unix_events'
_DefaultEventLoopPolicy.__name__ = _DefaultEventLoopPolicy.__qualname__ = '_UnixDefaultEventLoopPolicy'


def _get_event_loop_policy():
    if events._policy is None:
        events._policy = _DefaultEventLoopPolicy()
    return events._policy


def _set_event_loop_policy(policy):
    if policy is not None and not isinstance(policy, _AbstractEventLoopPolicy):
        raise TypeError(f"policy must be an instance of AbstractEventLoopPolicy or None, not '{type(policy).__name__}'")
    events._policy = policy


def get_event_loop_policy():
    warnings._deprecated('asyncio.get_event_loop_policy', remove=(3, 16))
    return _get_event_loop_policy()


def set_event_loop_policy(policy):
    warnings._deprecated('asyncio.set_event_loop_policy', remove=(3, 16))
    _set_event_loop_policy(policy)
