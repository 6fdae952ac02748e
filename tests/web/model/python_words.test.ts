/** The words of the listing: nothing of the text is lost, and each has its kind. */
import { readFileSync, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { wordsOf } from '../../../web/src/view/python_words';
import type { WordKind } from '../../../web/src/view/python_words';

const examples = resolve(import.meta.dirname, '../../../examples');
const kindsIn = (line: string): [WordKind, string][] => (wordsOf(line)[0] ?? []).filter(({ kind }) => kind !== 'plain').map(({ kind, text }) => [kind, text]);
const back = (text: string): string => wordsOf(text).map((words) => words.map((word) => word.text).join('')).join('\n');

describe('the words of a program', () => {
  it('are together the program, also where it is broken', () => {
    for (const name of readdirSync(examples).filter((file) => file.endsWith('.py'))) {
      const text = readFileSync(resolve(examples, name), 'utf8');
      expect(back(text)).toBe(text);
    }
    for (const text of ['', '\n', "x = 'open\ny", '"""never closed\n', 'f"{a', "f'{x!r:{w}}' # e", 'größe = "🐍"\n\n', "rb'\\'", 'a\\\nb', "f'{{}} {d[\"k\"]}'"]) expect(back(text)).toBe(text);
  });

  it('are keywords in their place', () => {
    expect(kindsIn('async def f(): await g()')).toEqual([['keyword', 'async'], ['keyword', 'def'], ['defined', 'f'], ['keyword', 'await'], ['call', 'g']]);
    expect(kindsIn('match = re.match')).toEqual([]);
    expect(kindsIn('match point:')).toEqual([['keyword', 'match']]);
    expect(kindsIn('class A(B): pass')).toEqual([['keyword', 'class'], ['defined', 'A'], ['keyword', 'pass']]);
    expect(kindsIn('x.if_ = None or 1.5e3')).toEqual([['number', 'None'], ['keyword', 'or'], ['number', '1.5e3']]);
  });

  it('are strings with their prefix, and programs in the fields of formatted ones', () => {
    expect(kindsIn("print(rb'a', 'it''s')")).toEqual([['call', 'print'], ['string', "rb'a'"], ['string', "'it'"], ['string', "'s'"]]);
    expect(kindsIn('f"a {len(x)} {{b}}"')).toEqual([['string', 'f"a '], ['call', 'len'], ['string', ' {{b}}"']]);
    expect(wordsOf('"""one\ntwo""" # three').map((words) => words.map(({ kind }) => kind))).toEqual([['string'], ['string', 'plain', 'comment']]);
  });
});
