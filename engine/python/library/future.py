"""__future__: what changed in the language, and when."""

class _Feature:
    def __init__(self, optional, mandatory, flag):
        self.optional, self.mandatory, self.compiler_flag = optional, mandatory, flag

    def getOptionalRelease(self):
        return self.optional

    def getMandatoryRelease(self):
        return self.mandatory

    def __repr__(self):
        return f'_Feature{self.optional, self.mandatory, self.compiler_flag}'


all_feature_names = ['nested_scopes', 'generators', 'division', 'absolute_import', 'with_statement', 'print_function', 'unicode_literals',
                     'barry_as_FLUFL', 'generator_stop', 'annotations']
__all__ = ['all_feature_names', *all_feature_names]
_RELEASES = '''2.1 2.2 0x10|2.2 2.3 0|2.2 3.0 0x20000|2.5 3.0 0x40000|2.5 2.6 0x80000|2.6 3.0 0x100000|2.6 3.0 0x200000|3.1 4.0 0x400000
3.5 3.7 0x800000|3.7 - 0x1000000'''


def _release(text, level, serial):
    return None if text == '-' else (*map(int, text.split('.')), 0, level, serial)


_STAGES = {'nested_scopes': (('beta', 1), ('alpha', 0)), 'generators': (('alpha', 1), ('final', 0)), 'division': (('alpha', 2), ('alpha', 0)),
           'absolute_import': (('alpha', 1), ('alpha', 0)), 'with_statement': (('alpha', 1), ('alpha', 0)),
           'print_function': (('alpha', 2), ('alpha', 0)), 'unicode_literals': (('alpha', 2), ('alpha', 0)),
           'barry_as_FLUFL': (('alpha', 2), ('alpha', 0)), 'generator_stop': (('beta', 1), ('alpha', 0)), 'annotations': (('beta', 1), None)}
for _name, _row in zip(all_feature_names, _RELEASES.replace('\n', '|').split('|')):
    _from, _to, _flag = _row.split()
    _first, _last = _STAGES[_name]
    globals()[_name] = _Feature(_release(_from, *_first), _release(_to, *(_last or ('', 0))), int(_flag, 0))
