# What dictConfig says of configurations that cannot be: each error with its causes.
import logging.config, traceback, sys
base = {'version': 1, 'disable_existing_loggers': False}
for more in ({'root': {'handlers': ['zz']}}, {'loggers': {'a': {'handlers': ['zz']}}}, {'loggers': {'a': {'filters': ['f']}}}, {'handlers': {'h': {'class': 'logging.StreamHandler', 'formatter': 'nope'}}},
             {'handlers': {'h': {'class': 'logging.StreamHandler', 'filters': ['nope']}}}, {'handlers': {'h': {'class': 'no.such'}}}, {'formatters': {'f': {'format': '%(x', 'validate': True}}}, {'loggers': {'a': {'level': 'LOUD'}}},
             {'handlers': {'h': {'class': 'logging.StreamHandler', 'level': 'LOUD'}}}, {'handlers': {'h': {'class': 'logging.StreamHandler', 'nope': 1}}}):
    try:
        logging.config.dictConfig(base | more)
        print('fine')
    except Exception as error:
        chain = []
        while error:
            chain.append(f'{type(error).__name__}: {error}')
            error = error.__cause__
        print(chain)
