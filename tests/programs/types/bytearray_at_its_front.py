import random
r = random.Random(5)
for trial in range(300):
    b, model = bytearray(), []
    for _ in range(200):
        k = r.randrange(7)
        n = r.choice([0, 1, 3, 50, 700])
        if k == 0: x = bytes(r.randrange(256) for _ in range(n)); b += x; model += x
        elif k == 1: del b[:n]; del model[:n]
        elif k == 2: del b[n:n+20]; del model[n:n+20]
        elif k == 3: b.clear() if r.random() < .05 else None; model = model if b or not model else []
        elif k == 4: x = bytes(r.randrange(256) for _ in range(5)); b[n:n+2] = x; model[n:n+2] = x
        elif k == 5: x = bytes([r.randrange(256)]); p = b.find(x, n % 7 - 3); m = bytes(model); assert p == m.find(x, n % 7 - 3) , (p,)
        elif b: b.insert(0, 7); model.insert(0, 7)
        assert list(b) == model, (len(b), len(model))
for args in ((b'ab',), (b'',), (b'', 3), (b'', 9), (b'b', 1, 2), (b'b', -2), (b'bc', None, 3), (97,), (b'x', 0, 100), (b'', 6), (b'', 7), (b'c', 3, 1)):
    print(args, b'abcabc'.find(*args), bytearray(b'abcabc').find(*args))
