type Late = undefined
for name in ('__value__', '__name__', '__module__', '__parameters__', 'other'):
    try:
        setattr(Late, name, 1)
    except AttributeError as error:
        print(error)
print(Late)
