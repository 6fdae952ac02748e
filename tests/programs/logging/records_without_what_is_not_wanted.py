import logging
import pickle
import sys

logging.basicConfig(stream=sys.stdout, format='%(threadName)s %(processName)s %(process)s %(taskName)s %(funcName)s %(message)s')


def say():
    logging.getLogger('some.name').warning('said')


logging.logProcesses = False
say()
logging.logThreads = False
say()
logging.logMultiprocessing = False
say()
record = logging.makeLogRecord({})
print(record.thread, record.threadName, record.process, record.processName)
for name in '', 'root', 'some', 'some.name':
    logger = logging.getLogger(name)
    print(pickle.loads(pickle.dumps(logger)) is logger)
try:
    pickle.dumps(logging.Logger('of nobody'))
except pickle.PicklingError as error:
    print(error)
