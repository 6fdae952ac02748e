/** One browser, one server and one page at a time for the tests of a file; the page's complaints fail its test. */
import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { after, afterEach, before, beforeEach } from 'node:test';
import { launch } from './chromium.mjs';
import { serve } from './serve.mjs';

/** So long is waited for what does not come, in milliseconds. How quick a machine is says nothing about the page. */
const NEVER_COMES = 180_000;
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
  page.setDefaultTimeout(NEVER_COMES);
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

/** What a browser measures and tells in the pictures to come, sizes and places, has been told and shown. */
export const settled = () =>
  page.evaluate(async () => {
    for (let n = 0; n < 6; n++) await new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
  });
/** The run that was begun is over, whatever of it is shown: every step has somewhere to go. */
export const recorded = (nth = 0) => page.waitForFunction((n) => {
  const { player } = document.querySelectorAll('loop-scope')[n];
  return player.cursor.recording.length > 0 && !player.running && !player.onItsWay;
}, nth);
export const button = (name) => page.getByRole('button', { name, exact: true });
export const box = (name) => page.getByRole('group', { name, exact: true });
export const phase = (wanted) => page.waitForFunction((p) => document.querySelector('loop-scope').phase === p, wanted);
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
    await page.evaluate(async () => {
      const element = document.querySelector('loop-scope');
      element.step();
      // A step that the log does not have yet comes with it, or never, when the program waits for ever.
      for (let turn = 0; turn < 50 && element.player.onItsWay; turn++) await new Promise((next) => setTimeout(next, 10));
      return element.updateComplete;
    });
  }
  assert.fail('it never came to be so');
}

/** Begins to count what the page's scripts take of the processor, whoever else wants it; what it gives tells the milliseconds since. */
export async function processorTime() {
  const inspector = await page.context().newCDPSession(page);
  await inspector.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () => 1000 * (await inspector.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'ScriptDuration').value;
  const before = await spent();
  return async () => (await spent()) - before;
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
export const phaseOf = (wanted, nth = 0) => page.waitForFunction(([p, n]) => document.querySelectorAll('loop-scope')[n].phase === p, [wanted, nth]);
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
