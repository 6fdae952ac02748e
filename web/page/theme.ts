/** The reader's choice of light or dark, kept where the browser allows it. */

import { keepChoice, readChoice } from './choices';

export type Theme = '' | 'light' | 'dark';

const NAME = 'theme';

export function readTheme(): Theme {
  const kept = readChoice(NAME);
  return kept === 'light' || kept === 'dark' ? kept : '';
}

export function keepTheme(theme: Theme): void {
  keepChoice(NAME, theme);
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
