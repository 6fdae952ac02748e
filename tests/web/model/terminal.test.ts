/** What the output makes of carriage returns, backspaces and a terminal's sequences. */
import { describe, expect, it } from 'vitest';
import { outputAt } from '../../../web/src/model/output';
import { Recording } from '../../../web/src/model/recording';
import { Terminal, plain } from '../../../web/src/model/terminal';

const looks = (...lines: readonly string[]): readonly (readonly [string, string])[] => {
  const terminal = new Terminal();
  return lines.flatMap((line) => terminal.line(line).map(({ text, look }) => [text, look] as const));
};

function printed(...writes: readonly string[]): readonly string[] {
  const recording = new Recording();
  recording.append(writes.map((text) => ({ kind: 'OUTPUT', time: 0, stream: 1, by: 0, line: 0, text })));
  return outputAt(recording.log, recording.length).lines.map(({ text }) => text);
}

describe('a terminal line', () => {
  it('is written over from its beginning after a carriage return', () => {
    expect(plain('10%\r20%\r100%')).toBe('100%');
    expect(plain('waiting...\rdone')).toBe('doneing...');
    expect(plain('a\r\nb')).toBe('a\nb');
    expect(printed('\r#', '\r##', '\r###', '\n', 'end\n')).toEqual(['###', 'end']);
  });

  it('goes back by a backspace, which erases nothing', () => {
    expect(plain('abc\b\bX')).toBe('aXc');
    expect(plain('\b\bab')).toBe('ab');
    expect(plain('|\b/\b-')).toBe('-');
  });

  it('is erased after, before or around the cursor', () => {
    expect(plain('loading\r\x1b[Kdone')).toBe('done');
    expect(plain('abcdef\x1b[3D\x1b[K')).toBe('abc');
    expect(plain('abcdef\x1b[3D\x1b[1K')).toBe('    ef');
    expect(plain('abc\x1b[2Kx')).toBe('   x');
    expect(plain('abcdef\x1b[2Gx\x1b[2Cy')).toBe('axcdyf');
  });

  it('keeps characters outside the basic plane whole', () => {
    expect(plain('\u{1f389}\u{1f389}\rx')).toBe('x\u{1f389}');
  });

  it('has the colours and attributes that were chosen, until they are ended', () => {
    expect(looks('\x1b[31mred\x1b[0m plain \x1b[1;4mboth\x1b[24m bold\x1b[22m none')).toEqual([
      ['red', 'red'],
      [' plain ', ''],
      ['both', 'bold underline'],
      [' bold', 'bold'],
      [' none', ''],
    ]);
    expect(looks('\x1b[92mgreen', 'still\x1b[39m no more')).toEqual([
      ['green', 'green'],
      ['still', 'green'],
      [' no more', ''],
    ]);
    expect(looks('\x1b[38;5;4mblue\x1b[38;2;1;2;3m\x1b[48;5;1mother\x1b[m')).toEqual([['blueother', 'blue']]);
  });

  it('shows nothing of what else a terminal is told', () => {
    expect(plain('\x1b[2J\x1b[Htop\x07\x1b]0;title\x07\x1b(B\x1b[?25l\x00')).toBe('top');
    expect(plain('no control\tbut a tab')).toBe('no control\tbut a tab');
    expect(plain('\x1b[999999999Cx').length).toBe(1001);
    expect(plain('cut off \x1b[3')).toBe('cut off ');
  });
});
