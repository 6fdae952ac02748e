# Programs see by the iterator's type whether all the characters are ASCII.
for text in ('', 'abc', 'é', '日本', '\U0001f600'[:0]):
    print(ascii(text), type(iter(text)).__name__, list(iter(text)) == list(text))
