/** Where programs come from. */

/** Takes off the first and last empty line and the indentation that all lines share. */
export function dedent(text: string): string {
  const lines = text.replace(/^[ \t]*\r?\n/, '').trimEnd().split(/\r?\n/);
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  const shared = Math.min(...indents, Infinity);
  const cut = Number.isFinite(shared) ? shared : 0;
  return `${lines.map((line) => line.slice(cut)).join('\n')}\n`;
}

/** The text of a program; rejects when there is none. */
export async function fetchProgram(address: URL): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address.href}: ${answer.status.toString()}`);
  return answer.text();
}
