"""str, called with names, counts its arguments in other words than without."""


class Text(str):
    pass


for call in ("str(1, 2, 3, 4)", "str(1, 2, 3, key=4)", "str(1, 2, 3, object=4)", "str(1, b'q', b'q', key=3)", "str(1, 2, 3, 4, errors=5)", "str(1, key=2)",
             "str(a=1, b=2, c=3, d=4)", "Text(1, 2, 3, 4)", "Text(1, 2, 3, key=4)", "str(1, 2, 3, 4, **{})"):
    try:
        print(eval(call))
    except TypeError as error:
        print(call, error)
