"""What was read of a word when its quote or escape is missing stays in the reader."""
import shlex

for posix in (True, False):
    for text in ("cli 'my file", 'cli my\\', 'a "b c', "x 'y' z\\", 'a "b\\', "'", 'whole words'):
        reader = shlex.shlex(text, posix=posix)
        reader.whitespace_split, reader.commenters = True, ''
        words = []
        try:
            words.extend(reader)
            print(words, repr(reader.token), reader.state)
        except ValueError as error:
            print(error, words, repr(reader.token), reader.state)
print(shlex.split('a "b c" d\\ e \'f\'g'), shlex.split('a # b', comments=True))
