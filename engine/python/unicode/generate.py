"""Writes tables.c (to standard output): properties and case mappings of all code points.

Run it with the version of Python whose Unicode data the engine is to have (3.14: Unicode 16).

Properties are runs: where a run starts and its class, 11 bits, which indexes the list of distinct property sets. In scripts
where upper and lower case alternate, one run stands for all of them: its class is that of the first, and the second class
follows in `pairs`. Case mappings are ranges with one distance and a stride of 1 or 2; mappings to several code points are
listed apart. A map is relative to another one (title to upper, fold to lower), so only its exceptions are kept.
"""
import unicodedata

LIMIT = 0x110000
FLAGS = ['ALPHA', 'DECIMAL', 'DIGIT', 'NUMERIC', 'LOWER', 'UPPER', 'TITLE', 'SPACE', 'PRINTABLE', 'CASED', 'CASE_IGNORABLE']


def properties(c):
    sigma = '\u03a3'
    title = unicodedata.category(c) == 'Lt'
    ignorable = ('A' + c + sigma).lower().endswith('\u03c2') and (c + sigma).lower().endswith('\u03c3')
    have = [c.isalpha(), c.isdecimal(), c.isdigit(), c.isnumeric(), c.islower(), c.isupper(), title, c.isspace(),
            c.isprintable(), c.islower() or c.isupper() or title, ignorable]
    return sum(1 << i for i, yes in enumerate(have) if yes)


def property_runs():
    """(start, length, first class, second class)"""
    all_ = [properties(chr(i)) for i in range(LIMIT)]
    runs, i = [], 0
    while i < LIMIT:
        j = i
        while j < LIMIT and all_[j] == all_[i]:
            j += 1
        k = i
        while k + 2 < LIMIT and all_[k + 2] == all_[i + (k - i) % 2]:
            k += 1
        k += 2
        if j - i < 3 and k - i > 5 and all_[i] != all_[i + 1]:
            runs.append((i, all_[i], all_[i + 1]))
            i = k
        else:
            runs.append((i, all_[i], all_[i]))
            i = j
    return runs


def mapping(method, base):
    singles, specials = {}, []
    for i in range(LIMIT):
        to, relative = getattr(chr(i), method)(), getattr(chr(i), base)() if base else chr(i)
        if to == relative:
            continue
        if len(to) == 1:
            singles[i] = ord(to) - i
        else:
            specials.append((i, [ord(c) for c in to]))
    return ranges(singles), specials


def ranges(singles):
    out, left = [], dict(sorted(singles.items()))
    while left:
        start = next(iter(left))
        delta, best = left[start], (1, 1)
        for stride in (1, 2):
            count = 1
            while count < 1024 and left.get(start + count * stride) == delta:
                # a stride of 2 must not jump over a code point that maps too
                if stride == 2 and start + count * 2 - 1 in left:
                    break
                count += 1
            if count > best[0]:
                best = (count, stride)
        count, stride = best
        for n in range(count):
            del left[start + n * stride]
        out.append((start, count, stride, delta))
    return out


def table(kind, name, rows, per_line):
    print(f'const {kind} {name}[] = {{')
    for i in range(0, len(rows), per_line):
        print('    ' + ', '.join(rows[i:i + per_line]) + ',')
    print('};')


def main():
    print('/* tables.c: made by generate.py from Unicode ' + unicodedata.unidata_version + '; do not edit. */')
    print('#include "tables.h"\n')
    print('/* clang-format off */')
    table('uint16_t', 'unicode_ascii', [f'{properties(chr(i)):#x}' for i in range(128)], 16)
    runs = property_runs()
    classes = []
    for _, first, second in runs:
        if (first, second) not in classes:
            classes.append((first, second))
    assert len(classes) < 2048
    table('uint16_t', 'unicode_classes', [f'{p:#x}' for pair in classes for p in pair], 16)
    table('uint32_t', 'unicode_runs', [f'{s << 11 | classes.index((a, b)):#x}' for s, a, b in runs], 12)
    print(f'const uint32_t unicode_run_count = {len(runs)};')
    for method, base in (('lower', None), ('upper', None), ('title', 'upper'), ('casefold', 'lower')):
        name = 'fold' if method == 'casefold' else method
        rows, specials = mapping(method, base)
        table('CaseRange', f'unicode_{name}_ranges',
              [f'{{{s << 11 | (n - 1) << 1 | (stride - 1):#x}, {d}}}' for s, n, stride, d in rows], 8)
        table('CaseSpecial', f'unicode_{name}_specials',
              [f'{{{c:#x}, {{{", ".join(hex(x) for x in to)}}}}}' for c, to in specials] or ['{0, {0}}'], 5)
        print(f'const CaseMap unicode_{name}_map = {{unicode_{name}_ranges, unicode_{name}_specials, {len(rows)}, '
              f'{len(specials)}}};')


main()
