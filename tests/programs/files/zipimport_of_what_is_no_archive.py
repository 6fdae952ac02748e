"""Libraries ask zipimport whether a package came from an archive."""
import zipimport

with open('/tmp/text.zip', 'w') as file:
    file.write('a text')
for path in ('', 'no/such/file.zip', '/tmp', '/tmp/none.zip', '/tmp/text.zip'):
    try:
        zipimport.zipimporter(path)
    except zipimport.ZipImportError as error:
        print(type(error).__name__, error, isinstance(error, ImportError), error.path)
print(zipimport.__all__, isinstance(__loader__ if '__loader__' in globals() else None, zipimport.zipimporter))
