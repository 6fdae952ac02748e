"""A module in the encoding that its first lines declare, and bytes that are compiled"""
import importlib
import os
import sys
import tempfile
import traceback

with tempfile.TemporaryDirectory() as folder:
    with open(os.path.join(folder, "old_module.py"), "wb") as file:
        file.write(b"#!/usr/bin/python\n# -*- coding: latin-1 -*-\nname = 'caf\xe9'\n\n\ndef fail():\n    return 'na\xefve' + 1\n")
    with open(os.path.join(folder, "windows_module.py"), "w", encoding="cp1252") as file:
        file.write("# coding: cp1252\nprice = '10 \u20ac'\n")
    sys.path.insert(0, folder)
    importlib.invalidate_caches()
    import old_module
    import windows_module
    print(ascii(old_module.name), ascii(windows_module.price))
    try:
        old_module.fail()
    except TypeError as error:
        print(traceback.extract_tb(error.__traceback__)[-1].line)
    del sys.modules["old_module"], sys.path[0]

names = {}
exec(b"# coding: iso-8859-15\nx = '\xa4'\n", names)
print(ascii(names["x"]), ascii(eval(b"# coding: latin-1\n'\xe9'")))
print(compile(b"#coding:latin-1\n'\xe9'", "<text>", "exec").co_filename)
