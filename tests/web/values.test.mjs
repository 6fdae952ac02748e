/** The values of names, and the functions that a task is in, at every moment: in the built page. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { box, open, page, recorded, stepUntil, useBrowser } from './browser.mjs';

useBrowser();

const PROGRAM = `import asyncio

total = 0


async def add(amount):
    global total
    before = total
    await asyncio.sleep(1)
    total = before + amount


async def main():
    await asyncio.gather(add(5), add(7))
    print(total)


asyncio.run(main())
`;

async function load() {
  await open('#example=own');
  await page.evaluate((text) => (document.querySelector('loop-scope').program = text), PROGRAM);
}

const frames = () => page.locator('loop-scope .frames');
/** The n-th place where a word stands in the source, as a point on the screen. */
const pointOf = (word, n = 0) =>
  page.evaluate(
    ([wanted, nth]) => {
      const content = document.querySelector('loop-scope').shadowRoot.querySelector('.cm-content');
      const walker = document.createTreeWalker(content, globalThis.NodeFilter.SHOW_TEXT);
      const places = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (const { index } of node.data.matchAll(new RegExp(`\\b${wanted}\\b`, 'g'))) places.push([node, index]);
      }
      const [node, index] = places[nth];
      const range = document.createRange();
      range.setStart(node, index);
      range.setEnd(node, index + wanted.length);
      const { x, y, width, height } = range.getBoundingClientRect();
      return { x: x + width / 2, y: y + height / 2 };
    },
    [word, n],
  );
const tip = () => page.locator('loop-scope .value-tip');

async function pointAt(word, n) {
  const { x, y } = await pointOf(word, n);
  await page.mouse.move(2, 2);
  await page.mouse.move(x - 3, y);
  await page.mouse.move(x, y, { steps: 3 });
}

/** Both tasks wait in their sleep, and the main one for them. */
const bothSleep = async () => {
  await stepUntil(() => [...document.querySelector('loop-scope').player.cursor.state.tasks.values()].filter(({ phase }) => phase === 'waiting').length === 3);
  await recorded();
};

describe('values', () => {
  it('of a name stand at the pointer, for each task that is in the function, and change with the moment', async () => {
    await load();
    await bothSleep();
    await pointAt('amount', 0);
    await tip().waitFor();
    const told = await tip().textContent();
    assert.match(told, /Task-2.*amount = 5/);
    assert.match(told, /Task-3.*amount = 7/);
    await pointAt('total', 0);
    await page.locator('loop-scope .value-tip', { hasText: 'total = 0' }).waitFor();
    await page.evaluate(() => document.querySelector('loop-scope').player.goToEdge('end'));
    await pointAt('total', 0);
    await page.locator('loop-scope .value-tip', { hasText: 'total = 7' }).waitFor();
  });

  it('of the name at the caret are told by a key, and Escape closes them', async () => {
    await load();
    await bothSleep();
    const { x, y } = await pointOf('before', 1);
    await page.mouse.click(x, y);
    await page.mouse.move(2, 2);
    await page.keyboard.press('F8');
    await page.locator('loop-scope .value-tip', { hasText: 'before = 0' }).waitFor();
    assert.equal(await tip().getAttribute('role'), 'status');
    await page.keyboard.press('Escape');
    await tip().waitFor({ state: 'detached' });
  });

  it('are not shown for a text that has not run', async () => {
    await load();
    await bothSleep();
    await page.locator('loop-scope .cm-content').click();
    await page.keyboard.press('End');
    await page.keyboard.type(' ');
    const { x, y } = await pointOf('amount', 0);
    await page.mouse.click(x, y);
    await page.keyboard.press('F8');
    await page.locator('loop-scope .value-tip', { hasText: 'amount has no value now' }).waitFor();
  });
});

describe('the functions of a task', () => {
  it('are shown with their values, of whoever runs or of the chosen task, on the way forward and back', async () => {
    await load();
    await page.getByRole('tab', { name: 'Frames', exact: true }).click();
    await bothSleep();
    const choice = page.locator('loop-scope .whose select');
    assert.deepEqual(await choice.locator('option').allTextContents(), ['whoever runs', 'Task-1', 'Task-2', 'Task-3']);
    await choice.selectOption('Task-2');
    assert.match(await frames().locator('.frame').first().innerText(), /^add\s+L9\s+amount\s+5\s+before\s+0$/);
    assert.match(await frames().locator('.globals').innerText(), /total\s+0/);
    await page.evaluate(() => document.querySelector('loop-scope').player.goToEdge('end'));
    await frames().getByText("Task-2 is in none of the program's functions now").waitFor();
    assert.match(await frames().locator('.globals').innerText(), /total\s+7/);
    await page.evaluate(() => document.querySelector('loop-scope').player.goToEdge('begin'));
    await box('Frames').getByText('Run the program').waitFor();
  });
});
