/** The site: the list of lessons, and the player with the one that is chosen. */
import { LoopScopeElement } from '../src/element/register';
import { forgetDraft, keepDraft, readDraft } from './drafts';
import { TEXT } from '../src/model/text';
import { openLink } from '../src/element/open_link';
import { readHash } from './hash';
import { keepChoice, readChoice } from './choices';
import { applyTheme, keepTheme, readTheme } from './theme';
import type { Theme } from './theme';

/** The learner's own program, among the lessons. */
const OWN = 'own';
const SHARED = 'shared';
const OWN_PROGRAM = `import asyncio


async def main():
    print("hello")
    await asyncio.sleep(1)
    print("world")


asyncio.run(main())
`;
const NARROW = '(max-width: 68.75em)';

function find<T extends Element>(selector: string, type: new () => T): T {
  const element = document.querySelector(selector);
  if (!(element instanceof type)) throw new Error(`the page has no ${selector}`);
  return element;
}

const player = find('loop-scope', LoopScopeElement);
/** The lesson that a first visit sees came with the page. */
const first = find('#first', HTMLScriptElement);
const FIRST = first.dataset['lesson'] ?? '';
LoopScopeElement.programs = new Map([[FIRST, first.text]]);
const links = [...document.querySelectorAll<HTMLAnchorElement>('#lessons nav a')];
/** The lesson that is shown. */
let shown = '';
/** A moment of it was asked for. */
let atMoment = false;

function nameOf(link: HTMLAnchorElement): string {
  return readHash(link.hash).get('example') ?? '';
}

function titleOf(link: HTMLAnchorElement): string {
  return link.querySelector('span')?.textContent ?? '';
}

/** The link of the lesson in the address, or of the first one when there is no such lesson. */
function chosenLink(): HTMLAnchorElement | undefined {
  const name = readHash(location.hash).get('example') ?? FIRST;
  return links.find((link) => nameOf(link) === name) ?? links.find((link) => nameOf(link) === FIRST);
}

/** Marks the link and brings it into the list's window; the page itself does not scroll. */
function markCurrent(link: HTMLAnchorElement): void {
  for (const each of links) each.removeAttribute('aria-current');
  link.setAttribute('aria-current', 'page');
  afterLayout(() => {
    const frame = find('#lessons', HTMLElement);
    const top = link.getBoundingClientRect().top - frame.getBoundingClientRect().top;
    if (top < 0 || top > frame.clientHeight - link.clientHeight) frame.scrollTop += top - frame.clientHeight / 2;
  });
}

/** When the next picture is drawn: to ask for places before lays the page out once more. */
function afterLayout(then: () => void): void {
  requestAnimationFrame(() => setTimeout(then));
}

function point(id: string, to: HTMLAnchorElement | undefined): void {
  const link = find(id, HTMLAnchorElement);
  if (to) link.href = to.hash;
  else link.removeAttribute('href');
  link.title = to ? titleOf(to) : '';
}

function show(): void {
  const parts = readHash(location.hash);
  const link = chosenLink();
  // A link to a moment is followed also when its lesson is there already.
  const moment = ['at', 'code', 'files', 'stops'].some((part) => parts.has(part));
  if (!link || (nameOf(link) === shown && !moment && !atMoment)) return;
  atMoment = moment;
  shown = parts.has('code') ? SHARED : nameOf(link);
  const title = shown === SHARED ? TEXT.page.shared : titleOf(link);
  document.title = `${title} · Loopscope`;
  find('#title', HTMLElement).textContent = title;
  find('#about', HTMLElement).textContent = shown === SHARED ? TEXT.page.sharedAbout : (link.dataset['about'] ?? '');
  markCurrent(link);
  const place = links.indexOf(link);
  point('#previous', links[place - 1]);
  point('#next', links[place + 1]);
  if (moment) void openMoment(parts);
  else open(shown);
}

/** Shows the program and the moment that a link tells of. */
async function openMoment(parts: URLSearchParams): Promise<void> {
  player.reset();
  player.files = {};
  try {
    await openLink(player, parts);
  } catch {
    find('#about', HTMLElement).textContent = TEXT.page.damaged;
  }
}

/** Gives the player the lesson's program, with what the learner made of it. */
function open(name: string): void {
  const draft = readDraft(name);
  player.reset();
  player.files = {};
  if (name === OWN) {
    player.example = null;
    player.program = OWN_PROGRAM;
  } else player.example = name;
  if (draft === null) return;
  void player.updateComplete
    .then(() => player.loaded)
    .then(() => {
      if (shown === name) player.edit(draft);
    });
}

function noteEdit({ detail }: CustomEvent<{ readonly source: string; readonly original: boolean }>): void {
  // What came by a link is the sender's: it does not replace a draft of the reader's own.
  if (shown === SHARED) return;
  if (detail.original) forgetDraft(shown);
  else keepDraft(shown, detail.source);
}

function setUpTheme(): void {
  const select = find('#theme', HTMLSelectElement);
  select.value = readTheme();
  applyTheme(readTheme());
  select.addEventListener('change', () => {
    keepTheme(select.value as Theme);
    applyTheme(select.value as Theme);
  });
}

/** The reader's last choice of the simple or the full view. */
function setUpView(): void {
  player.view = readChoice('view') === 'simple' ? 'simple' : 'full';
  new MutationObserver(() => keepChoice('view', player.view === 'simple' ? 'simple' : '')).observe(player, { attributeFilter: ['view'] });
}

function setUpList(): void {
  const folded = find('#lessons', HTMLDetailsElement);
  const narrow = matchMedia(NARROW);
  const fold = (): void => {
    folded.open = !narrow.matches;
  };
  fold();
  document.documentElement.dataset['ready'] = '';
  narrow.addEventListener('change', fold);
  // On a narrow screen the list covers what was chosen from it.
  addEventListener('hashchange', fold);
}

setUpTheme();
setUpView();
setUpList();
show();
player.addEventListener('loopscope-edit', noteEdit);
addEventListener('hashchange', show);
// Keys work from the beginning, before anything has the focus.
addEventListener('keydown', (event) => {
  if (!event.defaultPrevented && document.activeElement === document.body && player.key(event)) event.preventDefault();
});
