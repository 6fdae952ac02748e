# Logging as programs set it up: formats, filters, handlers, adapters, and what is refused.
import logging, logging.handlers, logging.config, sys, io, asyncio, warnings, os
def a(f):
    try: print(f())
    except BaseException as e: print(type(e).__name__, e)
root = logging.getLogger()
print(root, root.level, root.handlers, logging.getLogger('a.b'), logging.getLogger('a.b').parent, logging.getLogger('a').getChild('b') is logging.getLogger('a.b'), logging.getLogger('a.b').getEffectiveLevel(), logging.getLevelName(35), logging.getLevelName('INFO'), logging.getLevelNamesMapping())
s = io.StringIO()
h = logging.StreamHandler(s); print(h, h.level, h.formatter)
h.setFormatter(logging.Formatter('%(levelname)s|%(name)s|%(message)s|%(funcName)s|%(lineno)d|%(threadName)s|%(taskName)s|%(module)s|%(processName)s'))
log = logging.getLogger('app'); log.addHandler(h); log.propagate = False; log.setLevel('DEBUG')
def f():
    log.info('hello %s %d', 'w', 5); log.debug('d %(x)s', {'x': 1}); log.warning('p %s%%', 50); log.error('noargs %s'); log.log(35, 'custom'); log.critical('c', extra={'k': 1}); log.exception('exc')
    try: 1/0
    except ZeroDivisionError: log.exception('bad %s', 'div'); log.error('e', exc_info=True); log.warning('w', stack_info=False)
    log.fatal('x')
f()
print(s.getvalue().replace(os.getcwd(), '')); s.truncate(0); s.seek(0)
for fmt, style in (('{levelname:>8} {message}', '{'), ('$levelname $message', '$'), ):
    fm = logging.Formatter(fmt, style=style, datefmt='%H'); r = logging.LogRecord('n', 20, '/p/x.py', 7, 'm %s', (1,), None); print(fm.format(r)[:40], fm.usesTime(), repr(r))
a(lambda: logging.Formatter('{x', style='{')); a(lambda: logging.Formatter('%(bad', style='%')); a(lambda: logging.Formatter('x', style='?')); a(lambda: logging.Formatter('$ x', style='$')); a(lambda: log.setLevel('NOPE')); a(lambda: log.setLevel(None)); a(lambda: logging.getLogger(5)); a(lambda: log.log('x', 'y')); a(lambda: log.info())
class F(logging.Filter):
    def filter(self, r): r.extra = 'E'; return 'secret' not in r.getMessage()
log.addFilter(F()); log.addFilter(lambda r: r.levelno > 10); h.setFormatter(logging.Formatter('%(message)s %(extra)s %(undefined)s', defaults={'undefined': '-'})); log.info('ok'); log.info('secret'); log.debug('low'); print(s.getvalue()); s.truncate(0); s.seek(0)
ad = logging.LoggerAdapter(log, {'req': 7}); ad.info('adapted'); print(ad, ad.isEnabledFor(10), ad.extra, ad.name)
class AD(logging.LoggerAdapter):
    def process(self, msg, kw): return f'[{self.extra["req"]}] {msg}', kw
AD(log, {'req': 8}).warning('x %s', 1); print(s.getvalue()); s.truncate(0); s.seek(0)
logging.addLevelName(25, 'NOTICE'); log.log(25, 'notice'); print(logging.getLevelName(25), logging.getLevelName('NOTICE'))
logging.disable(logging.INFO); log.info('disabled'); log.warning('shown'); logging.disable(logging.NOTSET); print(s.getvalue())
mh = logging.handlers.MemoryHandler(3, target=h); l2 = logging.getLogger('mem'); l2.addHandler(mh); l2.propagate = False; l2.setLevel(10); s.truncate(0); s.seek(0); l2.info('1'); l2.info('2'); print(repr(s.getvalue())); l2.error('3'); print(repr(s.getvalue()))
import queue
