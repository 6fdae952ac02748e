/** Small choices of the reader, kept where the browser allows it. */

const KEY = 'loopscope-';

/** Empty when nothing was chosen, or nothing can be kept. */
export function readChoice(name: string): string {
  try {
    return localStorage.getItem(KEY + name) ?? '';
  } catch {
    return '';
  }
}

/** An empty value forgets the choice. */
export function keepChoice(name: string, value: string): void {
  try {
    if (value) localStorage.setItem(KEY + name, value);
    else localStorage.removeItem(KEY + name);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}
