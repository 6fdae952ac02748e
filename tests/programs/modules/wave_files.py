import wave, io, struct, array
def t(f, *a):
    try: print(f(*a))
    except Exception as e: print(type(e).__module__, type(e).__name__, e)
b = io.BytesIO()
w = wave.open(b, 'wb')
t(w.getnchannels); t(w.getsampwidth); t(w.getframerate); t(w.getparams); t(w.setnchannels, 0); t(w.setsampwidth, 9); t(w.setframerate, 0); t(w.setcomptype, 'X', 'y'); t(w.writeframes, b'ab')
w.setnchannels(2); w.setsampwidth(2); w.setframerate(44100.4); t(w.getparams); w.setcomptype('NONE', 'not compressed')
print(w.getparams(), w.tell(), w.getcomptype(), w.getcompname())
w.writeframes(struct.pack('<8h', *range(8)))
t(w.setnchannels, 1); print(w.tell(), w.getnframes())
w.writeframesraw(array.array('h', [1, 2, 3, 4])); w.close(); w.close()
print(b.getvalue())
b.seek(0)
with wave.open(b) as r:
    print(r.getparams(), r.getnframes(), r.getnchannels(), r.getsampwidth(), r.getframerate(), r.getcomptype(), r.getcompname())
    print(r.readframes(2), r.tell()); r.setpos(1); print(r.readframes(1), r.tell()); r.rewind(); print(len(r.readframes(-1)), r.readframes(5), r.readframes(0))
    t(r.setpos, 99); t(r.setpos, -1)
    print(r.getfp() is not None)
with wave.open('x.wav', 'w') as w:
    w.setparams((1, 1, 8000, 0, 'NONE', 'not compressed')); w.writeframes(bytes(range(9)))
print(open('x.wav', 'rb').read())
with wave.open('x.wav', 'rb') as r: print(r.getparams(), r.readframes(100))
for data in (b'', b'RIFF', b'abcdefghijkl', b'RIFF\x04\0\0\0XXXX', b'RIFF\x04\0\0\0WAVE', b'RIFF\x0c\0\0\0WAVEdata\0\0\0\0', b'RIFF\xff\0\0\0WAVEfmt \x10\0\0\0' + struct.pack('<HHLLHH', 7, 1, 8000, 8000, 1, 8), b'RIFF\xff\0\0\0WAVEfmt \x10\0\0\0' + struct.pack('<HHLLHH', 1, 0, 8000, 8000, 1, 8), b'RIFF\xff\0\0\0WAVEfmt \x10\0\0\0' + struct.pack('<HHLLHH', 1, 1, 8000, 8000, 1, 0), b'RIFF\xff\0\0\0WAVEfmt \x05\0\0\0abcde'):
    t(wave.open, io.BytesIO(data))
t(wave.open, io.BytesIO(), 'x'); print(wave.Error, wave.__all__, wave.WAVE_FORMAT_PCM)
w = wave.open(io.BytesIO(), 'wb'); t(w.close)
