/** Where a program's docstring goes on behind its first line, up to its closing quotes; null: it has no more. */
export function docstringTail(text: string): { readonly from: number; readonly to: number } | null {
  const found = /^\s*[rR]?("""|''')([^\n]*)(\n[\s\S]*?)\1/.exec(text);
  const [whole = '', quotes = '', , rest = ''] = found ?? [];
  if (!found || rest.trim() === '') return null;
  const to = found.index + whole.length - quotes.length;
  return { from: to - rest.length, to };
}
