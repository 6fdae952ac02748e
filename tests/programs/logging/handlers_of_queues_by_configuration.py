import logging, logging.config, logging.handlers, queue, sys, io
class Style(logging.LoggerAdapter):
    def log(self, level, msg, /, *args, stacklevel=1, **kwargs):
        if self.isEnabledFor(level):
            msg, kwargs = self.process(msg, kwargs)
            self.logger.log(level, msg, *args, **kwargs, stacklevel=stacklevel + 1)
logging.basicConfig(format='%(funcName)s %(lineno)d %(message)s', stream=sys.stdout)
def caller():
    a = Style(logging.getLogger('x'), {})
    a.warning('one'); a.log(logging.ERROR, 'two')
    b = Style(a, {})
    b.warning('three')
    b.log(30, 'four')
    logging.LoggerAdapter(b).error('five')
caller()
a = logging.LoggerAdapter(logging.getLogger('y'))
print(a.manager is logging.getLogger('y').manager)
a.manager = 5
print(logging.getLogger('y').manager)
print(logging.makeLogRecord({'x': 1}).module, logging.LogRecord('n', 10, None, 1, 'm', (), None).module)
for bad in object, int:
    for f in logging.setLoggerClass, logging.Logger.manager.setLoggerClass:
        try: f(bad)
        except TypeError as e: print(e)
# dictConfig
class Upper(logging.Formatter):
    def __init__(self, fmt=None, datefmt=None, style='%', other=None):
        super().__init__(fmt, datefmt, style); self.other = other
    def format(self, record): return super().format(record).upper() + f' {self.other}'
out = io.StringIO()
logging.config.dictConfig({'version': 1,
    'formatters': {'f': {'()': Upper, 'format': '%(levelname)s %(message)s', 'other': 5}, 'g': 'cfg://more.g'},
    'more': {'g': {'format': 'g %(message)s'}},
    'handlers': {'h': {'class': 'logging.StreamHandler', 'formatter': 'f', 'stream': sys.stdout}, 'i': {'class': 'logging.StreamHandler', 'formatter': 'g', 'stream': 'ext://sys.stdout'}},
    'root': {'handlers': ['h', 'i'], 'level': 'INFO'}})
logging.info('made')
for filters in [None], [1], [object()], ['none']:
    try: logging.config.dictConfig({'version': 1, 'root': {'level': 'DEBUG', 'filters': filters}})
    except ValueError as e: print(e, repr(e.__cause__).split('0x')[0])
def drop(record): return 'drop' not in record.msg
logging.config.dictConfig({'version': 1, 'root': {'level': 'DEBUG', 'filters': [drop], 'handlers': ['h']}, 'handlers': {'h': {'class': 'logging.StreamHandler', 'stream': 'ext://sys.stdout'}}})
logging.info('kept'); logging.info('drop it')
logging.getLogger().filters.clear()
# queue handlers
for more in ({}, {'queue': 'queue.SimpleQueue'}, {'queue': {'()': 'queue.Queue', 'maxsize': 3}}, {'queue': queue.Queue(), 'respect_handler_level': True, 'listener': 'logging.handlers.QueueListener'}):
    logging.config.dictConfig({'version': 1, 'root': {'level': 'DEBUG', 'handlers': ['q']},
        'handlers': {'q': {'class': 'logging.handlers.QueueHandler', 'handlers': ['z', 's'], **more}, 'z': {'class': 'logging.StreamHandler', 'stream': 'ext://sys.stdout', 'level': 'WARNING'},
                     's': {'class': 'logging.StreamHandler', 'stream': 'ext://sys.stdout'}}})
    q = logging.getHandlerByName('q')
    print(type(q).__name__, type(q.queue).__name__, type(q.listener).__name__, q.listener.respect_handler_level, [h.name for h in q.listener.handlers])
    q.listener.start()
    logging.info('through the queue')
    q.listener.stop()
for more in ({'queue': 5}, {'queue': {'a': 1}}, {'queue': 'queue.Empty.x'}, {'listener': 'logging.Handler'}, {'listener': 4}, {'handlers': ['none']}):
    try: logging.config.dictConfig({'version': 1, 'handlers': {'q': {'class': 'logging.handlers.QueueHandler', **more}}})
    except ValueError as e: print(e, repr(e.__cause__))
