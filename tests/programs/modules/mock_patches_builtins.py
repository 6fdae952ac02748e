# patch() replaces builtins in any module and items of any mapping; dir() of a mock shows what a caller may use.
import string
import sys
from unittest import mock
from unittest.mock import MagicMock, Mock, create_autospec, mock_open, patch


def read(path):
    with open(path) as file:
        return file.read()


with patch("__main__.open", mock_open(read_data="text")) as opened:
    print(read("nowhere.txt"), opened.mock_calls[0])
with patch("__main__.print") as printed:
    print("unheard")
print(printed.call_args_list, "print" in globals())
try:
    with patch("__main__.unknown"):
        pass
except AttributeError as error:
    print(str(error).split(" from ")[0][:20], str(error)[-35:])


class Table:
    """No dict: it only can be looked into and changed."""

    def __init__(self):
        self.items = {}

    def __getitem__(self, key):
        return self.items[key]

    def __setitem__(self, key, value):
        self.items[key] = value

    def __delitem__(self, key):
        del self.items[key]

    def __iter__(self):
        return iter(self.items)


table = Table()
table["one"] = 1
with patch.dict(table, one=2, two=3):
    print(table.items)
with patch.dict(table, {"three": 3}, clear=True):
    print(table.items)
print(table.items)

print(dir(Mock()))
print(dir(MagicMock(spec=["walk", "talk"]))[:6], len(dir(MagicMock())))
child = Mock(name="parent")
child.first.second(1)
child.own = 5
child.__str__ = Mock(return_value="shown")
del child.gone
print([name for name in dir(child) if "assert" not in name and "mock" not in name], str(child))
mock.FILTER_DIR = False
print({"__class__", "_mock_children", "assert_called"} <= set(dir(Mock())), len(dir(Mock())) > 50)
