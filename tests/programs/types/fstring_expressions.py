"""f-strings: nesting, =, conversions, nested specs, quotes, multi-line, lambdas, dict access, walrus."""
x, name, d, width, prec = 3.14159, "Ada", {"k": [1, 2], "a b": 5}, 10, 2
print(f"{x:.2f} {x:{width}.{prec}f}| {name!r:>8} {name!s:^7}| {name!a} {x=} {x = :.1f} {name=!s} {d['k'][0]=}")
print(f"{d["a b"]} {'nested ' + f'{x:.1f} {f"{name}"}'} {{literal}} {'{'}{"}"} {name if x > 3 else 'no'} {[i*i for i in range(3)]} {(lambda v: v * 2)(4)} {(y := 5)} {y}")
print(f"""multi
{name}
  line {x:
>10}""")
print(f"{x!r}" f" joined {name}" " plain", rf"\n{name}", f"\N{GREEK SMALL LETTER ALPHA}\t|\x41\u00e9")
print(f"{'a' 'b'} {1,} {*[1, 2], 3} {not 1} {1 == 1} {x:<{width}}| {name:{'*'}^{width}} {1_000:,} {0x1f:#x} {3:+d} {-3: d}")
print(f"{name.upper().center(11, '-')} {len(name):03d} {name[::-1]} {d} {None} {...} {print} {type(x)} {x.__class__.__name__}"[:80])
print("{} {} {0}".format(1, 2) if False else "{0} {1} {0}".format(1, 2), "{a}-{b[k]}-{c.real}".format(a=1, b={"k": 2}, c=3), "{:>{w}}".format("r", w=4), "{!r:6}|".format("q"), "{{}}".format())
for bad in ("'{} {}'.format(1)", "'{0} {}'.format(1, 2)", "'{a}'.format()", "'{'.format(1)", "'}'.format(1)", "'{0.x}'.format(1)", "'{0[a]}'.format([1])", "'{!z}'.format(1)", "'{:d}'.format('s')", "'{:.2f}'.format('s')",
            "'{:s}'.format(1)", "'%d' % 'a'", "'%s %s' % 1", "'%s' % (1, 2)", "'%(a)s' % 5", "'%(a)s' % {}", "'%q' % 1", "'%' % 1", "'%c' % 'ab'", "'%c' % -1", "'%x' % 1.5", "'%d' % 1.9", "'%i' % None", "'%.2f' % '1'", "format(1, 5)", "'{0[1'.format([1])", "'{:{}}'.format(1)", "'%*d' % (5, 3)", "'%*d' % ('a', 3)"):
    try:
        print(bad, "->", repr(eval(bad)))
    except Exception as e:
        print(bad, "->", type(e).__name__, e)
print("%s|%r|%5d|%-5d|%05d|%+d|% d|%x|%X|%#x|%o|%e|%.3e|%g|%G|%c|%c|%%|%5s|%-5s|%.2s|%5.1f|%i|%u" % ("s", "r", 42, 42, 42, 42, 42, 255, 255, 255, 8, 12345.678, 12345.678, 1e-10, 1e20, "c", 65, "ab", "ab", "abc", 2.25, 7, 8))
print("%(name)s is %(age)d, %(name)r" % {"name": "Al", "age": 5}, "%s" % None, "%s" % [1, (2,)], "%s %s" % ("a", "b"), "%d%%" % 50, "%.0f" % 0.5, "%.0f" % 1.5, "%5.3d" % 7, "%s" % ("t",))
