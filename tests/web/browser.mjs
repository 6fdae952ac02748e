/** One browser, one server and one page at a time for the tests of a file; the page's complaints fail its test. */
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { after, afterEach, before, beforeEach } from 'node:test';
import { launch } from './chromium.mjs';
import { serve } from './serve.mjs';

const dist = resolve(process.env.LOOPSCOPE_DIST ?? resolve(import.meta.dirname, '../../dist'));
export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

/** The page of the test that runs. */
export let page;
let browser;
let server;
let problems;

/** Comes near the program, so that the editor takes the listing's place. */
export async function toEditor() {
  await page.locator('loop-scope .code-window').first().dispatchEvent('pointerenter');
  await page.locator('loop-scope .cm-content').first().waitFor();
}

/** Where a page of the site is. */
export const addressOf = (path) => server.address + path;

/** The test's page, before it goes anywhere. */
export async function newPage(viewport = DESKTOP, options = {}) {
  page = await browser.newPage({ viewport, ...options });
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
}

/** Opens a page of the site and waits for its first player, with its editor, or for what else is wanted there. */
export async function open(path, viewport = DESKTOP, options = {}, wanted = '') {
  await newPage(viewport, options);
  await page.goto(addressOf(path));
  if (wanted) await page.locator(wanted).first().waitFor();
  else await toEditor();
  await page.waitForFunction(() => document.querySelector('loop-scope')?.program.trim() !== '');
  return page;
}

export const button = (name) => page.getByRole('button', { name, exact: true });
export const box = (name) => page.getByRole('group', { name, exact: true });
export const phase = (wanted) => page.waitForFunction((p) => document.querySelector('loop-scope').phase === p, wanted, { timeout: 30000 });
export const printed = () => page.locator('loop-scope .print .text').allTextContents();
/** Which of the engine's files the page has fetched. */
export const engineFiles = () =>
  page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => /([a-z]+)-[^/]*\.wasm$/.exec(name)?.[1]).filter((name) => name !== undefined));
export const runningLine = () => page.locator('loop-scope .run-line').allTextContents();
/** No scroll bar across. */
export const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);

export async function type(program) {
  await page.locator('loop-scope .cm-content').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(program);
}

export async function atFullSpeed() {
  await page.getByLabel('Speed').selectOption('max');
}

/** A program of a second takes twenty: whoever is to be met while it plays is met, however slow the machine. */
export async function slowly() {
  await page.evaluate(() => (document.querySelector('loop-scope').speed = 0.05));
}

/** Steps until something is so; a moment that was stepped to stays. */
export async function stepUntil(isSo) {
  await button('Step').click();
  await page.locator('loop-scope .run-line').waitFor();
  return stepOnUntil(isSo);
}

/** The same in a run that was begun. */
export async function stepOnUntil(isSo) {
  for (let n = 0; n < 300; n++) {
    if (await page.evaluate(isSo)) return;
    await page.evaluate(() => {
      const player = document.querySelector('loop-scope');
      player.step();
      return player.updateComplete;
    });
  }
  assert.fail('it never came to be so');
}

/** A course page with these styles and this body; its players have their programs. */
export async function course(body, style = '', options = {}, viewport = { width: 1000, height: 700 }) {
  await newPage(viewport, options);
  const html = `<!doctype html><html lang="en"><head><title>A course</title><style>${style}</style><script type="module" src="loop-scope.js"></script></head><body>${body}</body></html>`;
  await page.route('**/course.html', (route) => route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }));
  await page.goto(addressOf('course.html'));
  await page.waitForFunction(() => [...document.querySelectorAll('loop-scope')].every((each) => each.program?.trim()));
}

/** The same of one of several players. */
export const phaseOf = (wanted, nth = 0) => page.waitForFunction(([p, n]) => document.querySelectorAll('loop-scope')[n].phase === p, [wanted, nth], { timeout: 30000 });
export const printedBy = (nth = 0) => page.locator('loop-scope').nth(nth).locator('.print .text').allTextContents();
/** The player is taken out of its page and put in again, at the end of what it stood in. */
export const takeOutAndIn = () => page.evaluate(() => {
  const player = document.querySelector('loop-scope');
  const { parentNode } = player;
  player.remove();
  parentNode.append(player);
});
export async function runToEnd(nth = 0) {
  await page.evaluate((n) => {
    const each = document.querySelectorAll('loop-scope')[n];
    each.speed = Infinity;
    each.run();
  }, nth);
  await phaseOf('ended', nth);
}

/** To be called once, at the top of a test file. */
export function useBrowser() {
  before(async () => {
    browser = await launch();
    server = await serve(dist, '/courses/loop/');
  });
  after(async () => {
    await browser?.close();
    await server?.close();
  });
  beforeEach(() => {
    problems = [];
  });
  afterEach(async () => {
    await page?.close();
    page = undefined;
    assert.deepEqual(problems, [], 'the console must stay quiet');
  });
}
