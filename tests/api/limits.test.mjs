// Programs that go to the limits of the engine where CPython has others: they end as a program does, on the sanitized engine and on
// WebAssembly, whose C stack is small.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = (name) => join(root, 'tests/api/limits', name);
const folder = mkdtempSync(join(tmpdir(), 'loopscope-limits-'));
after(() => rmSync(folder, { recursive: true }));

const engines = {
  debug: [join(root, 'build/debug/loopscope')],
  wasm: [process.execPath, join(root, 'build/wasm/cli.cjs')],
  // The frames of the baseline compiler are the biggest.
  'wasm, not optimised': [process.execPath, '--liftoff-only', join(root, 'build/wasm/cli.cjs')],
};

/** Sources that nest or go on too far: the text, and the last line of standard error. */
const sources = {
  'a pair of brackets too many': [`x = ${'('.repeat(300)}1${')'.repeat(300)}\n`, 'SyntaxError: too many nested parentheses'],
  'brackets to the limit': [`x = ${'['.repeat(199)}${']'.repeat(199)}\n`, ''],
  'a million unary signs': [`x = ${'-'.repeat(1e6)}1\n`, 'MemoryError: Parser stack overflowed - Python source too complex to parse'],
  'not not not': [`x = ${'not '.repeat(1e5)}1\n`, 'MemoryError: Parser stack overflowed - Python source too complex to parse'],
  'hundreds of nested lambdas': [`x = ${'lambda: '.repeat(900)}1\n`, ''],
  'attributes of attributes': [`x = 1\ny = x${'.real'.repeat(5000)}\n`, 'RecursionError: maximum recursion depth exceeded during compilation'],
  'a sum of 3000 terms': [`a = 1\nassert ${'a+'.repeat(2999)}a == 3000\n`, ''],
  '5000 branches': [`x = 9\nif x == 0: pass\n${'elif x == 1: pass\n'.repeat(5000)}else: assert x == 9\n`, ''],
  'a level of indentation too many': [Array.from({ length: 101 }, (_, i) => `${' '.repeat(i)}if 1:\n`).join(''), 'IndentationError: too many levels of indentation'],
  'nested blocks': [`${Array.from({ length: 25 }, (_, i) => `${' '.repeat(i)}for i in []:\n`).join('')}${' '.repeat(25)}pass\n`, 'SyntaxError: too many statically nested blocks'],
  '10,000 context managers': [`with (${'n, '.repeat(10_000)}): pass\n`, 'SyntaxError: too many statically nested blocks'],
  'nested f-strings': [`x = ${"f'{".repeat(200)}1${"}'".repeat(200)}\n`, 'SyntaxError: too many nested f-strings or t-strings'],
  'nested format specifiers': [`x = f'${'{1:'.repeat(1000)}${'}'.repeat(1000)}'\n`, 'SyntaxError: f-string: expressions nested too deeply'],
  'a literal of too many digits': [`x = ${'1'.repeat(5000)}\n`, 'SyntaxError: Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.'],
  '5 MB of comments': [`${'# a comment of a line\n'.repeat(250_000)}assert True\n`, ''],
  '5 MB in one string': [`x = '${'a'.repeat(5e6)}'\nassert len(x) == 5_000_000\n`, ''],
  '5 MB of brackets': ['('.repeat(5e6), 'SyntaxError: too many nested parentheses'],
  'a NUL byte': ['x = 1\nprint("a\0b")\n', 'SyntaxError: source code cannot contain null bytes'],
};

for (const [name, [command, ...first]] of Object.entries(engines)) {
  const run = (file) => spawnSync(command, [...first, '--clock=virtual', file], { encoding: 'utf8', cwd: folder, timeout: 110_000, maxBuffer: 1 << 26 });
  describe(`limits, ${name}`, { concurrency: false }, () => {
    test('data that nests 100,000 levels deep', () => {
      const { stdout, stderr, status } = run(program('nested_data.py'));
      assert.equal(stderr, '');
      assert.equal(status, 0);
      const ends = stdout.trim().split('\n').map((line) => line.split(' ').at(-1));
      assert.deepEqual([...new Set(ends)].sort(), ['RecursionError', 'TypeError'], stdout); // a descriptor that is not callable
    });
    test('finalizers without end, and in chains', () => {
      const { stdout, stderr, status } = run(program('finalizers.py'));
      assert.equal(stdout, 'True\n50000\n70000\n');
      assert.match(stderr, /^Exception ignored [^]*RecursionError: /);
      assert.equal(status, 0);
    });
    test('cancelling tasks that wait for each other', () => {
      const { stdout, status } = run(program('ring_of_tasks.py'));
      assert.equal(stdout, 'RecursionError\nFalse False True\nRecursionError at the end\n');
      assert.equal(status, 0);
    });
    test('sources', () => {
      for (const [what, [text, last]] of Object.entries(sources)) {
        writeFileSync(join(folder, 'source.py'), text);
        const { stderr, status } = run('source.py');
        assert.equal(stderr.trimEnd().split('\n').at(-1).slice(0, 300), last, what);
        assert.equal(status, last === '' ? 0 : 1, what);
      }
    });
    test('a source in the encoding that it declares', () => {
      const sources = {
        '# -*- coding: latin-1 -*-\nprint("caf\xe9", ascii("\xe9"))\n': ["caf\u00e9 '\\xe9'\n", ''],
        '#!/usr/bin/python\n# vim: set fileencoding=cp1252 :\nprint("\x80")\n': ['\u20ac\n', ''],
        '# coding=iso-8859-15\nprint("\xa4")\n': ['\u20ac\n', ''],
        '# coding: latin-1\nx = "\xe9" + 1\n': ['', 'TypeError: can only concatenate str (not "int") to str'],
        '# coding: ascii\nprint("\xe9")\n': ['', 'SyntaxError: encoding problem: ascii'],
        '# coding: nonsense\nprint("\xe9")\n': ['', 'SyntaxError: encoding problem: nonsense'],
        'x = 1\n# coding: latin-1\nprint("\xe9")\n': ['', "SyntaxError: Non-UTF-8 code starting with '\\xe9' in file source.py on line 3, but no encoding declared; see https://peps.python.org/pep-0263/ for details"],
      };
      for (const [text, [printed, last]] of Object.entries(sources)) {
        writeFileSync(join(folder, 'source.py'), Buffer.from(text, 'latin1'));
        const { stdout, stderr } = run('source.py');
        assert.equal(stdout, printed, text);
        assert.equal(stderr.trimEnd().split('\n').at(-1), last, text);
        if (last.startsWith('TypeError')) assert.match(stderr, /x = "\u00e9" \+ 1/);
      }
    });
    test('a source that is not UTF-8', () => {
      for (const bytes of [[0xff], [0xc0, 0x80], [0xed, 0xa0, 0x80], [0xf4, 0x90, 0x80, 0x80], [0xe2, 0x82]]) {
        writeFileSync(join(folder, 'bytes.py'), Buffer.concat([Buffer.from("x = 1\nprint('"), Buffer.from(bytes), Buffer.from("')\n")]));
        const { stdout, stderr, status } = run('bytes.py');
        assert.equal(stdout, '');
        assert.match(stderr, /SyntaxError: Non-UTF-8 code starting with '\\x[0-9a-f]{2}' in file bytes.py on line 2, but no encoding declared/);
        assert.equal(status, 1);
      }
    });
  });
}
