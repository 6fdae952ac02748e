import hashlib
import hmac
print(sorted(hashlib.algorithms_guaranteed))
data = bytes(range(256)) * 3
for name in sorted(hashlib.algorithms_guaranteed):
    for size in (0, 1, 55, 64, 71, 72, 111, 127, 128, 129, 135, 136, 137, 167, 168, 200, 256, 500):
        h = hashlib.new(name, data[:size])
        extra = (40,) if name.startswith('shake') else ()
        if size == 0:
            print(name, h.name, h.digest_size, h.block_size, h.hexdigest(*extra))
        else:
            print(size, h.hexdigest(*extra)[:24])
    h = getattr(hashlib, name)()
    for i in range(0, 700, 37):
        h.update(data[i:i + 37])
    c = h.copy()
    c.update(b'x')
    print(h.digest(*extra).hex(), c.hexdigest(*extra) != h.hexdigest(*extra), h.hexdigest(*extra) == getattr(hashlib, name)(data[:703]).hexdigest(*extra))
print(hashlib.shake_256(b'abc').hexdigest(300))
for cls in (hashlib.blake2b, hashlib.blake2s):
    print(cls(b'k', key=b'secret', digest_size=16).hexdigest(), cls(b'k', salt=b'salt', person=b'me').hexdigest())
    print(cls(b'tree', fanout=2, depth=2, leaf_size=4096, node_offset=1, node_depth=0, inner_size=32, last_node=True).hexdigest(), cls.SALT_SIZE, cls.PERSON_SIZE, cls.MAX_KEY_SIZE, cls.MAX_DIGEST_SIZE, cls.__name__, cls.__module__)
    h = cls(digest_size=20)
    print(h.digest_size, h.block_size, h.name)
    for kw in ({'digest_size': 0}, {'digest_size': 65}, {'key': b'x' * 65}, {'salt': b'x' * 17}, {'person': b'x' * 17}, {'fanout': 256}, {'depth': 0}, {'inner_size': 65}, {'node_depth': 256}):
        try:
            cls(**kw)
            print('?')
        except (ValueError, OverflowError) as e:
            print(type(e).__name__, e)
for f in (lambda: hashlib.sha3_256('x'), lambda: hashlib.blake2b('x'), lambda: hashlib.new('nope'), lambda: hashlib.shake_128(b'').digest()):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, str(e)[:45])
print(hashlib.new('sha3_256', b'1').name, hashlib.sha256(usedforsecurity=False).name)
for name in ('md5', 'sha3_256', 'blake2s'):
    print(hmac.new(b'key', b'msg', name).hexdigest(), hmac.digest(b'key', b'm', name).hex(), hmac.new(b'k' * 200, digestmod=getattr(hashlib, name)).block_size)
