/** The reader's choice of light or dark, kept where the browser allows it. */

export type Theme = '' | 'light' | 'dark';

const KEY = 'loopscope-theme';

export function readTheme(): Theme {
  try {
    const kept = localStorage.getItem(KEY);
    return kept === 'light' || kept === 'dark' ? kept : '';
  } catch {
    return '';
  }
}

export function keepTheme(theme: Theme): void {
  try {
    if (theme) localStorage.setItem(KEY, theme);
    else localStorage.removeItem(KEY);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
}

/** Gives page and player the same theme; empty follows the system. */
export function applyTheme(theme: Theme): void {
  if (theme) document.documentElement.dataset['theme'] = theme;
  else delete document.documentElement.dataset['theme'];
  for (const player of document.querySelectorAll('loop-scope')) {
    if (theme) player.setAttribute('theme', theme);
    else player.removeAttribute('theme');
  }
}
