"""Subprocesses: a page has no other programs to start."""

__all__ = ('create_subprocess_exec', 'create_subprocess_shell')

PIPE, STDOUT, DEVNULL = -1, -2, -3


class Process:
    """What create_subprocess_* would return."""


async def create_subprocess_exec(program, *args, **kwds):
    raise NotImplementedError('Loopscope has no subprocesses')


async def create_subprocess_shell(cmd, **kwds):
    raise NotImplementedError('Loopscope has no subprocesses')
