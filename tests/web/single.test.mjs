/** The player in one file, inside a frame that may run scripts and nothing else: no origin, no storage, no files beside it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { after, before, it } from 'node:test';
import { launch } from './chromium.mjs';

const file = resolve(process.env.LOOPSCOPE_DIST ?? resolve(import.meta.dirname, '../../dist'), 'loopscope-single.html');
let browser;

before(async () => {
  browser = await launch();
});
after(() => browser?.close());

async function newPage() {
  const page = await browser.newPage();
  // Only what never comes is not waited for.
  page.setDefaultTimeout(180_000);
  return page;
}

/** Runs the lesson that is open in a frame or page, and gives what it prints. */
async function run(place) {
  await place.locator('loop-scope .listing').waitFor();
  await place.getByLabel('Speed').selectOption('max');
  await place.getByRole('button', { name: 'Run', exact: true }).click();
  await place.locator('loop-scope .ending', { hasText: 'exit status 0' }).waitFor();
  return place.locator('loop-scope .print .text').allTextContents();
}

it('runs from a file on disk', async () => {
  const page = await newPage();
  await page.goto(`file://${file}`);
  assert.deepEqual(await run(page), ['A: start', 'B: start', 'B: end', 'A: end']);
  await page.close();
});

it('runs in a sandboxed frame, with every lesson, and asks for nothing from outside', async () => {
  const page = await newPage();
  const asked = [];
  const problems = [];
  page.on('request', (request) => /^https?:/.test(request.url()) && asked.push(request.url()));
  page.on('pageerror', (error) => problems.push(String(error)));
  await page.setContent('<iframe sandbox="allow-scripts" style="width:1100px;height:700px"></iframe>');
  await page.locator('iframe').evaluate((frame, text) => (frame.srcdoc = text), readFileSync(file, 'utf8'));
  const frame = page.frameLocator('iframe');
  assert.deepEqual(await run(frame), ['A: start', 'B: start', 'B: end', 'A: end']);
  await frame.getByLabel('Lesson').selectOption('01_hello_world');
  await frame.locator('loop-scope .listing').getByText('hello').first().waitFor();
  await frame.getByRole('tab', { name: 'Graph' }).click();
  await frame.getByRole('button', { name: 'Predict' }).click();
  await frame.getByRole('region', { name: 'Predict' }).waitFor();
  assert.deepEqual(asked, []);
  assert.deepEqual(problems, []);
  await page.close();
});
