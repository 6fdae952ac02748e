# shelve: dictionaries in files, with and without writeback; gettext without catalogues.
import gettext, os, shelve, tempfile
with tempfile.TemporaryDirectory() as top:
    name = os.path.join(top, 'data')
    with shelve.open(name) as shelf:
        shelf['a'] = [1, 2]
        shelf['b'] = {'k': (3, None)}
        shelf['a'].append(5)
        print(sorted(shelf), len(shelf), 'a' in shelf, 'z' in shelf, shelf['a'], shelf.get('z', 7), sorted(shelf.items()))
        del shelf['b']
        shelf.update(c='text')
        for wrong in (lambda: shelf['nope'], lambda: shelf[5]):
            try:
                print(wrong())
            except Exception as error:
                print(type(error).__name__)
    try:
        shelf['a']
    except ValueError as error:
        print(error)
    with shelve.open(name, writeback=True) as shelf:
        shelf['a'].append(3)
        print(shelf['a'], sorted(shelf))
    with shelve.open(name, 'r') as shelf:
        print(shelf['a'], dict(shelf))
    with shelve.open(name, 'n') as shelf:
        print(len(shelf))
    store = {}
    shelf = shelve.Shelf(store)
    shelf['x'] = 1
    shelf.close()
    print(list(store), isinstance(shelf, shelve.Shelf))
print(gettext.gettext('hello'), gettext.ngettext('%d file', '%d files', 2) % 2, gettext.ngettext('one', 'many', 1), gettext.pgettext('menu', 'Open'), gettext.textdomain(),
      gettext.find('nope'), gettext.translation('nope', fallback=True).gettext('x'), gettext.find('nope', all=True))
try:
    gettext.translation('nope')
except OSError as error:
    print(type(error).__name__, error)
gettext.install('nope')
print(_('installed'), gettext.dgettext('d', 'm'))
