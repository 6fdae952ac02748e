"""asyncio: tasks on one event loop."""
from .exceptions import *
from .events import *
from .coroutines import *
from .futures import *
from .tasks import *
from .locks import *
from .queues import *
from .timeouts import *
from .taskgroups import *
from .threads import *
from .runners import *
from _asyncio import sleep, gather, current_task, all_tasks

AbstractEventLoopPolicy = DefaultEventLoopPolicy
