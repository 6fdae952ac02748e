/** A program as lines that are looked up and changed, as far as simple patterns tell what they are. */

export class SourceLines {
  readonly lines: readonly string[];

  constructor(text: string) {
    this.lines = text.split('\n');
  }

  /** A line by its number, which counts from 1. */
  at(line: number): string {
    return this.lines[line - 1] ?? '';
  }

  /** The number of the `async def` that a line stands in, 0 when it stands in none, or in a plain function of its own. */
  asyncDefOf(line: number): number {
    let indent = indentOf(this.at(line));
    for (let n = line - 1; n >= 1 && indent > 0; n--) {
      const text = this.at(n);
      if (text.trim() === '' || indentOf(text) >= indent) continue;
      indent = indentOf(text);
      if (/^\s*async\s+def\b/.test(text)) return n;
      if (/^\s*(def|class)\b/.test(text)) return 0;
    }
    return 0;
  }

  /** Whether the program defines a coroutine function of this name. */
  hasCoroutine(name: string): boolean {
    return this.lines.some((text) => new RegExp(`^\\s*async\\s+def\\s+${escaped(name)}\\b`).test(text));
  }

  /** The number of the next line with code behind one; 0 when there is none. */
  nextCode(line: number): number {
    for (let n = line + 1; n <= this.lines.length; n++) if (!/^\s*(#|$)/.test(this.at(n))) return n;
    return 0;
  }
}

export function indentOf(text: string): number {
  return /^\s*/.exec(text)?.[0].length ?? 0;
}

export function escaped(name: string): string {
  return name.replace(/[^\w]/g, '\\$&');
}
