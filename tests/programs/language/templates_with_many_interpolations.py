# Templates of every number of interpolations, each with a conversion and a specification: the parser's stack grows at some.
value, width = 'text', 6
for count in range(1, 150):
    template = eval('t"' + '{value!r:>{width}} and {width:.2f}' * count + '"')
    assert len(template.interpolations) == 2 * count
    assert [part.format_spec for part in template.interpolations] == ['>6', '.2f'] * count
    assert [part.expression for part in template.interpolations] == ['value', 'width'] * count
    assert template.values == (value, width) * count
print(count, template.strings[:3])
