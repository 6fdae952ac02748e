/** What axe finds in the pages, in both themes: nothing. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, it } from 'node:test';
import { PHONE, button, course, open, page, phase, runToEnd, stepUntil, useBrowser } from './browser.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

useBrowser();

/** The rules that are broken, each with the places. */
async function violations() {
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate(() => globalThis.axe.run(document));
  return found.map((rule) => `${rule.id}: ${rule.nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary}`).join('\n  ')}`);
}

/** Everything is in the picture: waits, timers, output, and a worker where there are some. */
async function inTheMiddle(...boxes) {
  const full = ['.box-waiting .row', '.timer', '.print .line', ...boxes].map((part) => `root.querySelector('${part}')`);
  await stepUntil(`(() => { const root = document.querySelector('loop-scope').shadowRoot; return ${full.join(' && ')}; })()`);
}

// Without motion, so that nothing is looked at while it fades in.
describe('axe finds nothing', () => {
  for (const colorScheme of ['light', 'dark']) {
    it(`in the playground, in the middle of a run, ${colorScheme}`, async () => {
      await open('#example=11_to_thread', undefined, { colorScheme, reducedMotion: 'reduce' });
      await inTheMiddle('.box-workers .row');
      assert.deepEqual(await violations(), []);
    });

    it(`in a player with files, one of them changed and failed, ${colorScheme}`, async () => {
      const files = '<script type="text/x-python" data-file="util.py">\ndef fail():\n    raise ValueError("no")\n</script><script type="text/plain" data-file="names.txt">\nAda\n</script>';
      await course(`<main><h1>A course</h1><loop-scope>${files}<script type="text/x-python">\nimport util\nutil.fail()\n</script></loop-scope></main>`, '', { colorScheme, reducedMotion: 'reduce' });
      await page.getByRole('tab', { name: 'util.py', exact: true }).click();
      await page.locator('loop-scope .code-window').dispatchEvent('pointerenter');
      await page.locator('loop-scope .cm-content', { hasText: 'raise' }).click();
      await page.keyboard.type('# mine');
      await runToEnd();
      await page.locator('loop-scope .trouble-group summary').click();
      await page.getByRole('button', { name: 'File "/home/loopscope/util.py", line 2' }).click();
      await page.locator('loop-scope .error-line').waitFor();
      assert.deepEqual(await violations(), []);
    });

    it(`in the playground with an error, ${colorScheme}`, async () => {
      await open('#example=27_never_retrieved&speed=8', undefined, { colorScheme, reducedMotion: 'reduce' });
      await page.getByLabel('Speed').selectOption('max');
      await button('Run').click();
      await phase('ended');
      assert.deepEqual(await violations(), []);
    });

    it(`on a phone, ${colorScheme}`, async () => {
      await open('#example=18_queue', PHONE, { colorScheme, reducedMotion: 'reduce' });
      await inTheMiddle();
      assert.deepEqual(await violations(), []);
    });

    it(`with a file beside the program, ${colorScheme}`, async () => {
      await open('#example=02_two_tasks', undefined, { colorScheme, reducedMotion: 'reduce' });
      await page.evaluate(() => (document.querySelector('loop-scope').files = { 'util.py': 'x = 1  # one\n', 'names.txt': 'Ada\n' }));
      await page.getByRole('tab', { name: 'util.py', exact: true }).click();
      assert.deepEqual(await violations(), []);
    });

    it(`with every side and everything that opens, ${colorScheme}`, async () => {
      await open('#example=10_blocking_the_loop', undefined, { colorScheme, reducedMotion: 'reduce' });
      await page.getByLabel('Speed').selectOption('max');
      await button('Run').click();
      await phase('ended');
      for (const name of ['Graph', 'Objects', 'Tasks']) {
        await page.getByRole('tab', { name, exact: true }).click();
        if (name === 'Tasks') await page.locator('loop-scope .tasks .pick').first().click();
        assert.deepEqual(await violations(), [], name);
      }
      await button('1 hint').click();
      await page.locator('loop-scope .mistake').waitFor();
      assert.deepEqual(await violations(), [], 'hints');
      await button('Show the moment').click();
      await button('Predict').click();
      await page.locator('loop-scope .question').first().waitFor();
      assert.deepEqual(await violations(), [], 'questions');
      await page.locator('loop-scope .menu summary').click();
      assert.deepEqual(await violations(), [], 'menu');
      await button('Keys and help').click();
      await page.locator('loop-scope .keys').waitFor();
      assert.deepEqual(await violations(), [], 'keys');
      await page.getByRole('button', { name: 'Ready queue', exact: true }).focus();
      assert.deepEqual(await violations(), [], 'explanation');
    });

    it(`in a prediction and side by side, ${colorScheme}`, async () => {
      await open('#example=02_two_tasks', undefined, { colorScheme, reducedMotion: 'reduce' });
      await button('Predict').click();
      await page.locator('loop-scope .order').waitFor();
      await button('Check').click();
      assert.deepEqual(await violations(), [], 'order');
      await page.close();
      await open('compare.html', undefined, { colorScheme, reducedMotion: 'reduce' }, 'loop-compare textarea');
      await page.getByText('the right one ends').waitFor();
      assert.deepEqual(await violations(), [], 'side by side');
    });

    it(`in the embedded player and in the course page, ${colorScheme}`, async () => {
      await open('embed.html#example=02_two_tasks', undefined, { colorScheme, reducedMotion: 'reduce' });
      assert.deepEqual(await violations(), []);
      await page.close();
      await open('examples/embed/index.html', undefined, { colorScheme, reducedMotion: 'reduce' });
      assert.deepEqual(await violations(), []);
    });
  }
});
