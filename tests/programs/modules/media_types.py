# mimetypes: types by endings and back.
import mimetypes
print(mimetypes.__all__)
for u in ['a.txt','a.html','a.tar.gz','a.tgz','a.py','a.json','a.jpg','a.PNG','a.xyz','http://x/y.pdf?q=1','data:text/plain,foo','data:,x','a.js','a.mjs','a.css','a.csv','a.xml','a.zip','a.mp3','a.mp4','a.wav','a.svg','a.ico','a.webp','a.md','a.sh','a.exe','a.bz2','a.docx','a.xlsx','a.bin','noext','.bashrc','a.c','a.h','a.wasm','a.woff2','a.gif','a.tar','a.xz','a.Z','a.rtf','a.webm','a.avi','a.mov','a.ttf','a.7z','a.epub','a.yaml','a.toml', 'a.pptx','a.odt','a.mpeg','a.mid','a.tiff','a.bmp','a.avif','a.eml','a.log','a.ini']:
    print(u, mimetypes.guess_type(u), end='; ')
print()
for t in ['text/plain','text/html','image/jpeg','image/png','application/json','x/y','audio/mpeg','video/mp4','application/octet-stream','text/x-python']:
    print(t, mimetypes.guess_extension(t), mimetypes.guess_all_extensions(t))
mimetypes.add_type('x/foo', '.foo'); print(mimetypes.guess_type('a.foo'), mimetypes.guess_extension('x/foo'))
m = mimetypes.MimeTypes(); print(m.guess_type('a.txt'), len(m.types_map), sorted(mimetypes.types_map.items()))
print(mimetypes.suffix_map, mimetypes.encodings_map, sorted(mimetypes.common_types.items()), mimetypes.inited, mimetypes.knownfiles)
try: print(mimetypes.guess_file_type('a.txt'), mimetypes.guess_file_type('/x/a.tar.gz'))
except Exception as e: print(e)
