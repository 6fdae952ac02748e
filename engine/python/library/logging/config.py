"""logging.config: dictConfig and fileConfig."""
import logging


def _resolve(name):
    used, *parts = name.split('.')
    try:
        found = __import__(used)
        for part in parts:
            used = f'{used}.{part}'
            if not hasattr(found, part):
                __import__(used)
            found = getattr(found, part)
    except ImportError as e:
        raise ValueError(f'Cannot resolve {name!r}: {e}') from e
    return found


class _failing:
    """An error in the block is the cause of one that says what could not be done."""

    def __init__(self, what, *name):
        self.text = ' '.join(['Unable to', what, *map(repr, name)])

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        if isinstance(error, Exception):
            raise ValueError(self.text) from error


def _is_for_queues(kind):
    handlers = getattr(logging, 'handlers', None)
    return handlers is not None and isinstance(kind, type) and issubclass(kind, handlers.QueueHandler)


class DictConfigurator:
    def __init__(self, config):
        self.config = config

    def _value(self, value):
        if isinstance(value, str):
            if value.startswith('ext://'):
                return _resolve(value[6:])
            if value.startswith('cfg://'):
                found = self.config
                for part in value[6:].replace('[', '.').replace(']', '').split('.'):
                    found = found[int(part) if isinstance(found, list) else part]
                return found
        return value

    def _call(self, config, default):
        config = {key: self._value(value) for key, value in config.items()}
        factory = config.pop('()', None) or config.pop('class', default)
        attributes = config.pop('.', {})
        made = (_resolve(factory) if isinstance(factory, str) else factory)(**config)
        for name, value in attributes.items():
            setattr(made, name, self._value(value))
        return made

    def _formatter(self, config):
        if '()' in config:
            try:
                return self._call(config, None)
            except TypeError as error:
                if "'format'" not in str(error):
                    raise
                config = dict(config)
                config['fmt'] = config.pop('format')
                return self._call(config, None)
        kind = _resolve(config['class']) if 'class' in config else logging.Formatter
        extra = {'defaults': config['defaults']} if 'defaults' in config else {}
        return kind(config.get('format'), config.get('datefmt'), config.get('style', '%'), config.get('validate', True), **extra)

    def _handler(self, config):
        config = dict(config)
        level, formatter, filters = (config.pop(key, None) for key in ('level', 'formatter', 'filters'))
        if 'target' in config and isinstance(config['target'], str):
            target = config['target']
            if target not in self.handlers:
                raise ValueError(f'Unable to set target handler {target!r}')
            config['target'] = self.handlers[target]
        if 'flushLevel' in config:
            config['flushLevel'] = logging._checkLevel(config['flushLevel'])
        kind = _resolve(config['class']) if isinstance(config.get('class'), str) and '()' not in config else None
        handler = self._queue_handler(kind, config) if _is_for_queues(kind) else self._call(config, None)
        if formatter:
            with _failing('set formatter', formatter):
                handler.setFormatter(self.formatters[formatter])
        if level is not None:
            handler.setLevel(logging._checkLevel(level))
        self._filter(handler, filters)
        return handler

    def _queue_handler(self, kind, config):
        """A handler whose records a listener of its own gives to other handlers."""
        from logging.handlers import QueueListener
        queue = self._queue(config.pop('queue', 'queue.Queue'))
        wanted = listener = config.pop('listener', QueueListener)
        if isinstance(listener, str):
            listener = _resolve(listener)
        if isinstance(listener, dict) and '()' in listener:
            listener = self._call(listener, None)
        if not callable(listener) or isinstance(listener, type) and not issubclass(listener, QueueListener):
            raise TypeError(f'Invalid listener specifier {wanted!r}')
        handlers = []
        for name in config.pop('handlers', ()):
            if name not in self.handlers:
                raise ValueError(f'Unable to set required handler {name!r}')
            handlers.append(self.handlers[name])
        made = listener(queue, *handlers, respect_handler_level=config.pop('respect_handler_level', False))
        del config['class']
        handler = kind(queue, **{key: self._value(value) for key, value in config.items() if key != '.'})
        handler.listener = made
        for name, value in config.get('.', {}).items():
            setattr(handler, name, self._value(value))
        return handler

    def _queue(self, wanted):
        if isinstance(wanted, str):
            make = _resolve(wanted)
            if not callable(make):
                raise TypeError(f'Invalid queue specifier {wanted!r}')
            return make()
        if isinstance(wanted, dict):
            if '()' not in wanted:
                raise TypeError(f'Invalid queue specifier {wanted!r}')
            return self._call(wanted, None)
        if not all(callable(getattr(wanted, name, None)) for name in ('empty', 'full', 'get', 'get_nowait', 'put', 'put_nowait')):
            raise TypeError(f'Invalid queue specifier {wanted!r}')
        return wanted

    def _filter(self, filtered, names):
        for name in names or ():
            with _failing('add filter', name):
                filtered.addFilter(name if callable(name) or callable(getattr(name, 'filter', None)) else self.filters[name])

    def _part(self, name):
        return self._value(self.config.get(name, {}))

    def _made(self, kind, make):
        made = {}
        for name, config in self._part(kind).items():
            config = self._value(config)
            try:
                made[name] = make(config)
            except Exception as e:
                raise ValueError(f'Unable to configure {kind[:-1]} {name!r}') from e
        return made

    def _make_handlers(self):
        """In the order of their names; those that write to another which is not there yet come last."""
        self.handlers = {}
        configs = {name: self._value(config) for name, config in self._part('handlers').items()}
        early = {name: config for name, config in configs.items() if not isinstance(config.get('target'), str) and 'handlers' not in config}
        for name in sorted(early) + sorted(configs.keys() - early):
            try:
                handler = self._handler(configs[name])
            except Exception as e:
                raise ValueError(f'Unable to configure handler {name!r}') from e
            handler.name = name
            self.handlers[name] = handler

    def _logger(self, logger, config, incremental):
        if config.get('level') is not None:
            logger.setLevel(logging._checkLevel(config['level']))
        if not incremental:
            for handler in logger.handlers[:]:
                logger.removeHandler(handler)
            for name in config.get('handlers') or ():
                with _failing('add handler', name):
                    logger.addHandler(self.handlers[name])
            self._filter(logger, config.get('filters'))
        if config.get('propagate') is not None:
            logger.propagate = config['propagate']

    def configure(self):
        config = self.config
        if 'version' not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config['version'] != 1:
            raise ValueError(f"Unsupported version: {config['version']}")
        incremental = config.get('incremental', False)
        if not incremental:
            _forget_handlers()
            self.formatters = self._made('formatters', self._formatter)
            self.filters = self._made('filters', lambda c: self._call(c, None) if '()' in c else logging.Filter(c.get('name', '')))
            self._make_handlers()
        loggers = {name: self._value(wanted) for name, wanted in self._part('loggers').items()}
        for name, wanted in loggers.items():
            logger = logging.getLogger(name)
            with _failing('configure logger', name):
                self._logger(logger, wanted, incremental)
            logger.disabled = False
        if not incremental:
            for name, logger in logging.root.manager.loggerDict.items():
                if isinstance(logger, logging.Logger) and name not in loggers and not any(name.startswith(n + '.') for n in loggers):
                    logger.disabled = config.get('disable_existing_loggers', True)
        if config.get('root'):
            with _failing('configure root logger'):
                self._logger(logging.root, self._part('root'), incremental)


dictConfigClass = DictConfigurator


def dictConfig(config):
    dictConfigClass(config).configure()


def _forget_handlers():
    logging._handlers.clear()
    logging.shutdown()
    logging._handlerList.clear()


def _names(text):
    return [name for name in map(str.strip, text.split(',')) if name]


def _read(fname, defaults, encoding):
    import configparser
    import os
    if isinstance(fname, configparser.RawConfigParser):
        return fname
    if isinstance(fname, str):
        if not os.path.exists(fname):
            raise FileNotFoundError(f"{fname} doesn't exist")
        if not os.path.getsize(fname):
            raise RuntimeError(f'{fname} is an empty file')
    parser = configparser.ConfigParser(defaults)
    try:
        if hasattr(fname, 'readline'):
            parser.read_file(fname)
        else:
            parser.read(fname, encoding=encoding)
    except configparser.ParsingError as error:
        raise RuntimeError(f'{fname} is invalid: {error}')
    return parser


def _value(text):
    """What an expression of the file means: it may name what logging has."""
    import os
    import sys
    namespace = {**vars(logging), 'sys': sys, 'os': os}
    if 'handlers.' in text:
        import logging.handlers as handlers
        namespace['handlers'] = handlers
    return eval(text, namespace)


def _class(text):
    try:
        return _value(text)
    except (AttributeError, NameError):
        try:
            return _resolve(text)
        except ValueError as error:
            raise error.__cause__


def _file_formatter(section):
    kind = _resolve(section['class']) if section.get('class') else logging.Formatter
    options = [section.get(name, raw=True, fallback=otherwise) for name, otherwise in (('format', None), ('datefmt', None), ('style', '%'))]
    defaults = section.get('defaults', raw=True, fallback=None)
    return kind(*options, **({'defaults': _value(defaults)} if defaults is not None else {}))


def _file_handlers(parser, formatters):
    handlers, targets = {}, []
    for name in _names(parser['handlers']['keys']):
        section = parser[f'handler_{name}']
        kind = _class(section['class'])
        handler = kind(*_value(section.get('args', '()')), **_value(section.get('kwargs', '{}')))
        handler.name = name
        if 'level' in section:
            handler.setLevel(section['level'])
        if section.get('formatter', ''):
            handler.setFormatter(formatters[section['formatter']])
        if section.get('target', '') and hasattr(handler, 'setTarget'):
            targets.append((handler, section['target']))
        handlers[name] = handler
    for handler, target in targets:
        handler.setTarget(handlers[target])
    return handlers


def _take(logger, section, handlers):
    for handler in logger.handlers[:]:
        logger.removeHandler(handler)
    for name in _names(section['handlers']):
        logger.addHandler(handlers[name])


def _file_loggers(parser, handlers, disable_existing_loggers):
    names = [name.strip() for name in parser['loggers']['keys'].split(',')]
    names.remove('root')
    section = parser['logger_root']
    if 'level' in section:
        logging.root.setLevel(section['level'])
    _take(logging.root, section, handlers)
    existing = sorted(logging.root.manager.loggerDict)
    children = set()
    for name in names:
        section = parser[f'logger_{name}']
        called = section['qualname']
        children.update([each for each in existing if each.startswith(called + '.')])
        if called in existing:
            existing.remove(called)
        logger = logging.getLogger(called)
        if 'level' in section:
            logger.setLevel(section['level'])
        _take(logger, section, handlers)
        logger.propagate = section.getint('propagate', fallback=1)
        logger.disabled = 0
    for name in existing:
        logger = logging.root.manager.loggerDict[name]
        if name in children:
            if not isinstance(logger, logging.PlaceHolder):
                logger.setLevel(logging.NOTSET)
                logger.handlers = []
                logger.propagate = 1
        else:
            logger.disabled = disable_existing_loggers


def fileConfig(fname, defaults=None, disable_existing_loggers=True, encoding=None):
    """Read the logging configuration from a ConfigParser-format file."""
    parser = _read(fname, defaults, encoding)
    formatters = {name: _file_formatter(parser[f'formatter_{name}']) for name in _names(parser['formatters']['keys'])}
    _forget_handlers()
    _file_loggers(parser, _file_handlers(parser, formatters), disable_existing_loggers)
