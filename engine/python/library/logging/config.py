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
        handler = self._call(config, None)
        if formatter:
            with _failing('set formatter', formatter):
                handler.setFormatter(self.formatters[formatter])
        if level is not None:
            handler.setLevel(logging._checkLevel(level))
        self._filter(handler, filters)
        return handler

    def _filter(self, filtered, names):
        for name in names or ():
            with _failing('add filter', name):
                filtered.addFilter(self.filters[name] if isinstance(name, str) else name)

    def _made(self, kind, make):
        made = {}
        for name, config in self.config.get(kind, {}).items():
            try:
                made[name] = make(config)
            except Exception as e:
                raise ValueError(f'Unable to configure {kind[:-1]} {name!r}') from e
        return made

    def _make_handlers(self):
        """In the order of their names; those that write to another which is not there yet come last."""
        self.handlers = {}
        configs = self.config.get('handlers', {})
        early = {name: config for name, config in configs.items() if not isinstance(config.get('target'), str)}
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
        loggers = config.get('loggers', {})
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
                self._logger(logging.root, config['root'], incremental)


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
