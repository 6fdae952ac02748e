# '%%' is a percent sign only when nothing stands between.
for template, values in (('%%', ()), ('%-%', (1,)), ('%-%', ()), ('%5%', ()), ('%(a)%', {'a': 1}), ('%.2%', 3), ('%z', ()), ('%z', (1,)), ('%', ()), ('%d%%', 3)):
    for text in (template, template.encode()):
        try:
            print(text % values)
        except Exception as error:
            print(type(error).__name__, error)
