"""logging.config: dictConfig."""
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
            logging._handlers.clear()
            logging.shutdown()
            logging._handlerList.clear()
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


def fileConfig(*args, **kwargs):
    raise NotImplementedError('Loopscope has no logging.config.fileConfig yet')
