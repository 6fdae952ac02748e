# logging.config.fileConfig: loggers, handlers and formatters from a file.
import io, logging, logging.config, sys


def t(call):
    try:
        print(call())
    except BaseException as error:
        print(type(error).__name__, str(error)[:300])


cfg = '''[loggers]
keys=root,app
[handlers]
keys=h
[formatters]
keys=f
[logger_root]
level=WARNING
handlers=h
[logger_app]
level=DEBUG
handlers=h
qualname=app
propagate=0
[handler_h]
class=StreamHandler
level=NOTSET
formatter=f
args=(sys.stdout,)
[formatter_f]
format=%(name)s|%(levelname)s|%(message)s
'''
old = logging.getLogger('old')
t(lambda: logging.config.fileConfig(io.StringIO(cfg)))
logging.getLogger('app').debug('hello'); logging.getLogger('x').info('no'); logging.getLogger('x').warning('yes'); print(old.disabled, logging.getLogger('app').propagate, logging.getLogger().handlers[0].formatter._fmt)
t(lambda: logging.config.fileConfig('/nope')); t(lambda: logging.config.fileConfig(io.StringIO('[a]\n'))); t(lambda: logging.config.fileConfig(io.StringIO('')))
more = '''[loggers]
keys = root, a, b
[handlers]
keys = one, two
[formatters]
keys = plain, braces
[logger_root]
handlers =
[logger_a]
handlers = one
qualname = a
level = INFO
[logger_b]
handlers = one, two
qualname = a.b
[handler_one]
class = logging.StreamHandler
args = (sys.stdout,)
formatter = plain
[handler_two]
class = handlers.MemoryHandler
args = (2,)
target = one
level = ERROR
[formatter_plain]
format = %(levelname)s %(message)s
[formatter_braces]
format = {message} {where}
style = {
defaults = {'where': 'here'}
'''
kept = logging.getLogger('kept')
logging.config.fileConfig(io.StringIO(more), disable_existing_loggers=False)
logging.getLogger('a').info('info')
logging.getLogger('a.b').error('error')
print(kept.disabled, logging.getLogger('a.b').handlers[1].target is logging.getLogger('a').handlers[0], logging.getLogger('a').handlers[0].name)
for wrong in ('keys=x', '[loggers]\nkeys=root\n[handlers]\nkeys=q\n[formatters]\nkeys=\n[handler_q]\nclass=Nope\n[logger_root]\nhandlers=q\n'):
    try:
        logging.config.fileConfig(io.StringIO(wrong))
    except Exception as error:
        print(type(error).__name__, str(error).split('<')[0])
