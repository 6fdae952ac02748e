"""The encoding charmap, without a map: each byte is the character of its number."""
import codecs

print('aé\xff'.encode('charmap'), b'a\xe9\xff'.decode('charmap'), codecs.encode('é', 'charmap'))
for errors in ('strict', 'replace', 'ignore', 'xmlcharrefreplace', 'backslashreplace'):
    try:
        print('a\u1234b'.encode('charmap', errors))
    except UnicodeEncodeError as error:
        print(error)
