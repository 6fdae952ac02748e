/** The site: the list of lessons, and the player with the one that is chosen. */
import { LESSONS } from 'virtual:lessons';
import type { Lesson } from 'virtual:lessons';
import { LoopScopeElement } from '../src/element/register';
import { readHash } from './hash';
import { applyTheme, keepTheme, readTheme } from './theme';
import type { Theme } from './theme';

const OWN = 'own';
const OWN_LESSON: Lesson = {
  name: OWN,
  title: 'Your own program',
  about: 'Write or paste an asyncio program and run it.',
};
const OWN_PROGRAM = `import asyncio


async def main():
    print("hello")
    await asyncio.sleep(1)
    print("world")


asyncio.run(main())
`;
const FIRST = '02_two_tasks';
const NARROW = '(max-width: 1100px)';

function find<T extends Element>(selector: string, type: new () => T): T {
  const element = document.querySelector(selector);
  if (!(element instanceof type)) throw new Error(`the page has no ${selector}`);
  return element;
}

function lessonOf(hash: string): Lesson {
  const name = readHash(hash).get('example') ?? FIRST;
  if (name === OWN) return OWN_LESSON;
  return LESSONS.find((lesson) => lesson.name === name) ?? LESSONS.find((lesson) => lesson.name === FIRST) ?? LESSONS[0] ?? OWN_LESSON;
}

function listItem(lesson: Lesson): HTMLLIElement {
  const item = document.createElement('li');
  const link = document.createElement('a');
  link.href = `#example=${encodeURIComponent(lesson.name)}`;
  const number = document.createElement('small');
  number.textContent = /^\d+/.exec(lesson.name)?.[0] ?? '+';
  link.append(number, lesson.title || lesson.name);
  item.append(link);
  return item;
}

/** Marks the link and brings it into the list's window; the page itself does not scroll. */
function markCurrent(link: HTMLAnchorElement): void {
  link.setAttribute('aria-current', 'page');
  const frame = find('#lessons nav', HTMLElement);
  const top = link.getBoundingClientRect().top - frame.getBoundingClientRect().top;
  if (top < 0 || top > frame.clientHeight - link.clientHeight) frame.scrollTop += top - frame.clientHeight / 2;
}

function show(lesson: Lesson): void {
  const player = find('loop-scope', LoopScopeElement);
  document.title = `${lesson.title} · Loopscope`;
  find('#title', HTMLElement).textContent = lesson.title;
  find('#about', HTMLElement).textContent = lesson.about;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('#list a')) {
    if (lessonOf(link.hash) === lesson) markCurrent(link);
    else link.removeAttribute('aria-current');
  }
  if (lesson === OWN_LESSON) {
    player.example = null;
    player.program = OWN_PROGRAM;
  } else player.example = lesson.name;
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

function setUpList(): void {
  find('#list', HTMLElement).append(...LESSONS.map(listItem), listItem(OWN_LESSON));
  const folded = find('#lessons', HTMLDetailsElement);
  const narrow = matchMedia(NARROW);
  const fold = (): void => {
    folded.open = !narrow.matches;
  };
  fold();
  narrow.addEventListener('change', fold);
  // On a narrow screen the list covers what was chosen from it.
  addEventListener('hashchange', fold);
}

setUpTheme();
setUpList();
show(lessonOf(location.hash));
addEventListener('hashchange', () => {
  show(lessonOf(location.hash));
});
