/**
 * Takes the pictures of the page from dist/:
 *   node tests/web/screenshots.mjs [LESSON[:SHARE]...]   at two widths, in both themes, into build/screenshots;
 *                                                        SHARE of the run, 0 to 1, says at which moment
 *   node tests/web/screenshots.mjs --views              each view and all that opens
 *   node tests/web/screenshots.mjs --readme              the README's picture, web/loopscope.png
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { launch } from './chromium.mjs';
import { serve } from './serve.mjs';

const root = resolve(import.meta.dirname, '../..');
const dist = process.env.LOOPSCOPE_DIST ?? join(root, 'dist');
const target = join(root, 'build/screenshots');
const README = join(root, 'web/loopscope.png');
const DESKTOP = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
const LESSONS = ['02_two_tasks:0.55', '10_blocking_the_loop:0.43', '11_to_thread:0.6', '15_cancellation:0.7', '18_queue:0.4', '19_lock_and_event:0.6', '25_forgotten_await:0.5', '27_never_retrieved:1'];

/** The lesson, run at full speed and then looked at where this share of it has passed. */
async function lookAt(page, address, lesson, share) {
  await page.goto(`${address}#example=${lesson}`);
  await page.waitForFunction(() => document.querySelector('loop-scope')?.program.trim());
  await page.getByLabel('Speed').selectOption('max');
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await page.waitForFunction(() => document.querySelector('loop-scope').phase === 'ended');
  await page.getByLabel('Speed').selectOption('1×');
  const slider = page.getByRole('slider', { name: 'Moment of the run' });
  await slider.evaluate((input, at) => {
    input.value = String(Number(input.max) * at);
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }, share);
  // What appears has faded in by then.
  await page.waitForTimeout(400);
}

/** The whole of a phone's page, as high as it is: what is out of sight is not drawn, and what sticks to the edge would stand in the middle. */
async function shootPage(page, path, viewport) {
  if (viewport === PHONE) {
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width: viewport.width, height });
    await page.waitForTimeout(200);
  }
  await page.screenshot({ path });
}

const player = (page) => page.locator('loop-scope');
const press = (page, name) => page.getByRole('button', { name, exact: true }).click();
const show = (name) => (page) => page.getByRole('tab', { name, exact: true }).click();

/** Views that a lesson alone does not show: each with its lesson, the moment, and what is done there. */
const VIEWS = [
  ['simple', '02_two_tasks', 0.55, (page) => page.getByLabel('View').selectOption('simple')],
  ['graph', '18_queue', 0.4, show('Graph')],
  ['objects', '18_queue', 0.4, show('Objects')],
  ['frames', '18_queue', 0.5, show('Frames')],
  ['tasks', '18_queue', 0.5, (page) => player(page).locator('.names').getByRole('button', { name: 'Task-3' }).click()],
  ['zoom', '18_queue', 0.5, (page) => press(page, 'Zoom in')],
  ['awaits', '09_await_that_does_not_wait', 1, () => undefined],
  ['hints', '10_blocking_the_loop', 1, (page) => press(page, '1 hint')],
  ['questions', '02_two_tasks', 0.2, (page) => press(page, 'Predict')],
  ['menu', '02_two_tasks', 0.5, (page) => player(page).locator('.menu summary').click()],
  ['keys', '02_two_tasks', 0.5, (page) => page.keyboard.press('?')],
  ['order', '02_two_tasks', null, (page) => press(page, 'Predict')],
];

async function takeViews(browser, address) {
  mkdirSync(target, { recursive: true });
  for (const viewport of [DESKTOP, PHONE]) {
    for (const colorScheme of ['light', 'dark']) {
      const shoot = async (name, act) => {
        const page = await browser.newPage({ viewport, colorScheme });
        await act(page);
        await page.waitForTimeout(400);
        await shootPage(page, join(target, `view-${name}-${viewport.width}-${colorScheme}.png`), viewport);
        await page.close();
      };
      for (const [name, lesson, share, act] of VIEWS) {
        await shoot(name, async (page) => {
          if (share === null) await page.goto(`${address}#example=${lesson}`);
          else await lookAt(page, address, lesson, share);
          await act(page);
        });
      }
      await shoot('compare', async (page) => {
        await page.goto(`${address}compare.html`);
        await page.getByText('the right one ends').waitFor();
      });
    }
  }
  console.log(target);
}

async function takePictures(browser, address, lessons) {
  mkdirSync(target, { recursive: true });
  for (const viewport of [DESKTOP, PHONE]) {
    for (const colorScheme of ['light', 'dark']) {
      for (const [lesson, share = '0.6'] of lessons.map((each) => each.split(':'))) {
        const page = await browser.newPage({ viewport, colorScheme });
        page.on('console', (message) => message.type() === 'error' && console.error(message.text()));
        page.on('pageerror', (error) => console.error(String(error)));
        await lookAt(page, address, lesson, Number(share));
        await shootPage(page, join(target, `${lesson}-${viewport.width}-${colorScheme}.png`), viewport);
        await page.close();
      }
    }
  }
  console.log(target);
}

async function takeReadme(browser, address) {
  const page = await browser.newPage({ viewport: DESKTOP, colorScheme: 'light' });
  await lookAt(page, address, '02_two_tasks', 0.55);
  await page.mouse.move(0, 0);
  await page.screenshot({ path: README });
  console.log(README);
}

const wanted = process.argv.slice(2);
const browser = await launch();
const server = await serve(dist);
if (wanted.includes('--views')) await takeViews(browser, server.address);
else if (wanted.includes('--readme')) await takeReadme(browser, server.address);
else await takePictures(browser, server.address, wanted.length > 0 ? wanted : LESSONS);
await browser.close();
await server.close();
