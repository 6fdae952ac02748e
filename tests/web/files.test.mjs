/** Files beside the program: they come with it, are edited as it is, run with it, and an error in one leads to its line. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { addressOf, button, course, newPage, page, phaseOf as phase, printedBy as printed, runToEnd as run, runningLine, stepOnUntil, stepUntil, takeOutAndIn, useBrowser } from './browser.mjs';

useBrowser();

const script = (file, text, type = 'text/x-python') => `<script type="${type}" data-file="${file}">\n${text}</script>`;
const withFiles = (files, program, attributes = '') => `<loop-scope ${attributes}>${files}<script type="text/x-python">\n${program}</script></loop-scope>`;
const tab = (name) => page.getByRole('tab', { name, exact: true });
const listed = () => page.locator('loop-scope .listing .code').allTextContents();
const fileOf = (path) => page.evaluate((name) => document.querySelector('loop-scope').files[name], path);

async function toEditor(text = '') {
  await page.locator('loop-scope .code-window').first().dispatchEvent('pointerenter');
  await page.locator('loop-scope .cm-content', { hasText: text }).first().waitFor();
}

async function write(text) {
  await page.locator('loop-scope .cm-content').click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
}

describe('files beside the program', () => {
  const MAIN = 'import asyncio\nfrom util import delay\nfrom shop.prices import PRICE\nasyncio.run(delay(1))\nprint(PRICE, open("names.txt").read().split())\n';
  const UTIL = '    import asyncio\n    async def delay(seconds):\n        await asyncio.sleep(seconds)\n        print("waited", seconds)\n';

  it('are further children of the player', async () => {
    const files = script('util.py', UTIL) + script('shop/__init__.py', '') + script('shop/prices.py', 'PRICE = 3\n') + script('names.txt', 'Ada Bob\n', 'text/plain');
    await course(withFiles(files, MAIN));
    assert.equal(await page.evaluate(() => document.querySelector('loop-scope').program.split('\n')[1]), 'from util import delay');
    await run();
    assert.deepEqual(await printed(), ['waited 1', "3 ['Ada', 'Bob']"]);
  });

  it('or a property, also one that was set before the player was there', async () => {
    await course(`<script>addEventListener('DOMContentLoaded', () => {
      document.querySelector('loop-scope').files = { 'util.py': 'async def delay(seconds):\\n    print("at once")\\n', 'shop/prices.py': 'PRICE = 4', 'names.txt': 'Eve' };
    });</script>${withFiles('', MAIN)}`);
    await run();
    assert.deepEqual(await printed(), ['at once', "4 ['Eve']"]);
    await page.evaluate(() => (document.querySelector('loop-scope').files = {}));
    await run();
    assert.match((await printed()).at(-1), /ModuleNotFoundError: No module named 'util'/);
  });

  it('ask for the real clock where one of them reads what somebody must type', async () => {
    await course(withFiles(script('ask.py', 'def name():\n    return input("who? ")\n'), 'import ask\nprint("hello", ask.name())\n'));
    await button('Run').click();
    await page.locator('loop-scope .ask input').fill('ada');
    await page.keyboard.press('Enter');
    await phase('ended');
    assert.equal((await printed()).at(-1), 'hello ada');
  });
});

const UTIL = '# What the lesson leaves out.\nasync def delay(seconds):\n    print("slept", seconds)\n';
const FILES = script('util.py', UTIL) + script('names.txt', 'Ada\nBob\n', 'text/plain');
const MAIN = 'import asyncio\nfrom util import delay\nasyncio.run(delay(1))\n';

describe('the tabs of files', () => {
  it('are there where files are', async () => {
    await course(withFiles('', MAIN) + withFiles(FILES, MAIN));
    assert.deepEqual(await page.locator('loop-scope').evaluateAll((all) => all.map((each) => each.shadowRoot.querySelectorAll('.file-tabs').length)), [0, 1]);
    assert.deepEqual(await page.locator('loop-scope .file-tabs [role=tab]').allInnerTexts(), ['Program', 'util.py', 'names.txt']);
  });

  it('show a file in the place of the program, by pointer or keys, until the program runs', async () => {
    await course(withFiles(FILES, MAIN));
    await page.evaluate(() => document.querySelector('loop-scope').shadowRoot.querySelectorAll('.file-tabs .tab')[1].click());
    await page.locator('loop-scope .listing', { hasText: 'What the lesson' }).waitFor();
    assert.deepEqual(await listed(), UTIL.split('\n').map((line) => line || '\u200b'));
    assert.equal(await page.locator('loop-scope .listing .word-keyword').count(), 2);
    assert.equal(await page.locator('loop-scope .listing .stop').count(), 4);
    await tab('util.py').press('ArrowRight');
    await page.locator('loop-scope .listing', { hasText: 'Ada' }).waitFor();
    assert.deepEqual(await listed(), ['Ada', 'Bob', '\u200b']);
    assert.equal(await page.locator('loop-scope .listing .stop').count(), 0, 'no line of a text runs');
    await run();
    await page.locator('loop-scope .listing', { hasText: 'import asyncio' }).waitFor();
    assert.deepEqual(await printed(), ['slept 1']);
    assert.equal(await tab('Program').getAttribute('aria-selected'), 'true');
  });

  it('follow the property', async () => {
    await course(withFiles('', MAIN));
    await page.evaluate(() => (document.querySelector('loop-scope').files = { 'data.bin': new Uint8Array([1, 2, 3]), 'empty.txt': '' }));
    await tab('data.bin').click();
    assert.equal(await page.locator('loop-scope .file-window').innerText(), '3 bytes, not text');
    assert.equal(await page.locator('loop-scope .code-window').isVisible(), false);
    await tab('empty.txt').click();
    await page.locator('loop-scope .code-window').waitFor();
    assert.deepEqual(await listed(), ['\u200b']);
    await page.evaluate(() => (document.querySelector('loop-scope').files = {}));
    await page.locator('loop-scope .file-tabs').waitFor({ state: 'detached' });
    // The program has moved up, under the pointer: the editor may have taken the listing's place.
    await page.locator('loop-scope :is(.listing .code, .cm-line)', { hasText: /^import asyncio$/ }).waitFor();
  });
});

describe('a file in the editor', () => {
  it('is written as the program is, runs as it was written, and is said to be changed until Reset', async () => {
    await course(withFiles(FILES, MAIN));
    await page.evaluate(() => {
      globalThis.edits = [];
      document.querySelector('loop-scope').addEventListener('loopscope-edit', ({ detail }) => globalThis.edits.push([detail.file, detail.original]));
    });
    await tab('util.py').click();
    await toEditor('What the lesson');
    await write('async def delay(seconds):\n    print("mine", seconds)\n');
    await tab('util.py (changed)').waitFor();
    assert.equal(await fileOf('util.py'), 'async def delay(seconds):\n    print("mine", seconds)\n');
    await run();
    assert.deepEqual(await printed(), ['mine 1']);
    await button('Reset').click();
    await tab('util.py').waitFor();
    assert.equal(await fileOf('util.py'), UTIL);
    await run();
    assert.deepEqual(await printed(), ['slept 1']);
    assert.deepEqual(await page.evaluate(() => [globalThis.edits[0], globalThis.edits.at(-1)]), [['util.py', false], ['util.py', true]]);
  });

  it('has an undo of its own, and its caret and the program\'s stay where they were', async () => {
    await course(withFiles(FILES, MAIN));
    await toEditor('import asyncio');
    await page.locator('loop-scope .cm-content').click();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type('# mine');
    await page.keyboard.press('F9');
    await tab('util.py').click();
    assert.equal(await page.locator('loop-scope .breakpoint.set').count(), 0);
    await page.locator('loop-scope .cm-content').click();
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.type('x = 1');
    assert.match(await fileOf('util.py'), /^x = 1#/);
    await tab('Program (changed)').click();
    assert.equal(await page.locator('loop-scope .breakpoint.set').count(), 1);
    await page.locator('loop-scope .cm-content').focus();
    await page.keyboard.type('!');
    assert.match(await page.evaluate(() => document.querySelector('loop-scope').program), /# mine!$/);
    await page.keyboard.press('ControlOrMeta+z');
    await page.keyboard.press('ControlOrMeta+z');
    assert.match(await fileOf('util.py'), /^x = 1#/);
    await tab('util.py (changed)').click();
    await page.locator('loop-scope .cm-content').focus();
    await page.keyboard.press('ControlOrMeta+z');
    assert.equal(await fileOf('util.py'), UTIL);
    await tab('util.py').waitFor();
  });

  it('lets whoever runs it from there write on there', async () => {
    await course(withFiles(FILES, MAIN, 'speed="max"'));
    await tab('util.py').click();
    await toEditor('What the lesson');
    await write('async def delay(seconds):\n    print("one")\n');
    await page.keyboard.press('ControlOrMeta+Enter');
    await phase('ended');
    await page.keyboard.type('# on');
    assert.match(await fileOf('util.py'), /# on$/);
    assert.equal(await page.evaluate(() => document.querySelector('loop-scope').program), MAIN);
  });

  it('is checked as the program is: what of it cannot be understood is underlined and said', async () => {
    await course(withFiles(FILES, MAIN));
    await tab('util.py').click();
    await toEditor('What the lesson');
    await write('x = 1\ndef f(:\n');
    await page.getByText('util.py, line 2: invalid syntax').waitFor();
    assert.equal(await page.locator('loop-scope .problem').count(), 1);
    await tab('names.txt').click();
    assert.equal(await page.locator('loop-scope .problem-note').count(), 0);
    await write('def f(:\n');
    await page.waitForTimeout(800);
    assert.equal(await page.locator('loop-scope .problem-note').count(), 0, 'a text is no Python');
  });

  it('can be reached, and told from the program, by who only has keys or is read to', async () => {
    await course(withFiles(FILES, MAIN));
    await tab('Program').focus();
    await page.keyboard.press('ArrowRight');
    assert.equal(await tab('util.py').evaluate((each) => each === each.getRootNode().activeElement), true);
    await page.keyboard.press('Tab');
    const editor = page.getByRole('textbox', { name: 'The file util.py. Press Escape, then Tab, to leave the editor.' });
    await editor.waitFor();
    await page.waitForFunction(() => document.querySelector('loop-scope').shadowRoot.activeElement?.classList.contains('cm-content'));
    await page.keyboard.type('y = 2');
    assert.match(await fileOf('util.py'), /y = 2/);
    assert.equal(await page.getByRole('tabpanel', { name: 'util.py' }).count(), 1);
  });

  it('cannot be changed where the program cannot', async () => {
    await course(withFiles(FILES, MAIN, 'readonly'));
    await tab('util.py').click();
    await toEditor('What the lesson');
    await page.locator('loop-scope .cm-content').click();
    await page.keyboard.type('x');
    assert.equal(await fileOf('util.py'), UTIL);
  });

  it('keeps what was written when its player is taken out and put in again', async () => {
    await course(withFiles(FILES, MAIN));
    await tab('util.py').click();
    await toEditor('What the lesson');
    await write('async def delay(seconds):\n    print("kept")\n');
    await takeOutAndIn();
    await run();
    assert.deepEqual(await printed(), ['kept']);
  });
});

describe('a run through several files', () => {
  const SLOW = 'import asyncio\n\nasync def delay(seconds):\n    await asyncio.sleep(seconds)\n    print("slept", seconds)\n';
  const BOTH = 'import asyncio\nfrom util import delay\nasync def main():\n    task = asyncio.create_task(delay(1), name="napper")\n    await task\n    print("over")\nasyncio.run(main())\n';
  const chosen = () => page.locator('loop-scope .file-tabs [aria-selected=true]').innerText();
  const stands = (text) => `document.querySelector('loop-scope').shadowRoot.querySelector('.run-line')?.textContent.includes(${JSON.stringify(text)})`;

  it('shows the file in which it stands while it is stepped through, and the marks there', async () => {
    await course(withFiles(script('util.py', SLOW), BOTH));
    await stepUntil(stands('async def delay'));
    assert.equal(await chosen(), 'util.py', 'the import runs the file');
    await stepOnUntil(stands('async def main'));
    assert.equal(await chosen(), 'Program');
    await stepOnUntil(stands('await asyncio.sleep'));
    assert.equal(await chosen(), 'util.py');
    assert.match(await page.locator('loop-scope .now').innerText(), /napper[^]*util\.py, line 4/);
    await tab('Program').click();
    assert.deepEqual(await runningLine(), [], 'the program has no line that runs');
    await stepOnUntil(stands('print("over")'));
    assert.equal(await chosen(), 'Program');
  });

  it('tells of whoever waits in a file by its line there', async () => {
    await course(withFiles(script('util.py', SLOW), BOTH));
    await stepUntil(`document.querySelector('loop-scope').shadowRoot.querySelector('.box-waiting, .waiting')?.textContent.includes('util.py:4')`);
    await tab('util.py').click();
    await page.locator('loop-scope .code-window', { hasText: 'napper' }).waitFor();
  });

  it('pauses at a breakpoint in a file, which a link brings back', async () => {
    await course(withFiles(script('util.py', SLOW), BOTH));
    await tab('util.py').click();
    await page.locator('loop-scope .listing', { hasText: 'slept' }).waitFor();
    await page.locator('loop-scope .listing .stop').nth(4).dispatchEvent('mousedown');
    await page.locator('loop-scope .listing .breakpoint.set').waitFor();
    const link = await page.evaluate(() => document.querySelector('loop-scope').link());
    const pausesThere = async () => {
      await button('Run').click();
      await phase('paused');
      await page.locator('loop-scope .run-line', { hasText: 'print("slept"' }).waitFor();
      assert.equal(await chosen(), 'util.py');
      assert.deepEqual(await printed(), []);
    };
    await pausesThere();
    await page.close();
    await newPage();
    await page.goto(`${addressOf('')}#${link}`);
    await tab('util.py').waitFor();
    await page.locator('loop-scope .breakpoint.set').waitFor();
    await pausesThere();
  });

  it('keeps the breakpoints of each file when another is shown, in the editor too', async () => {
    await course(withFiles(script('util.py', SLOW), BOTH));
    await tab('util.py').click();
    await page.locator('loop-scope .listing', { hasText: 'slept' }).waitFor();
    await page.locator('loop-scope .listing .stop').nth(3).dispatchEvent('mousedown');
    await tab('Program').click();
    assert.equal(await page.locator('loop-scope .breakpoint.set').count(), 0);
    await toEditor('import asyncio');
    await tab('util.py').click();
    assert.equal(await page.locator('loop-scope .cm-breakpoints .breakpoint.set').count(), 1);
    await page.locator('loop-scope .cm-content').click();
    await page.keyboard.press('ControlOrMeta+Home');
    await page.keyboard.type('# one more line\n');
    await tab('Program').click();
    await button('Run').click();
    await phase('paused');
    await page.locator('loop-scope .run-line', { hasText: 'await asyncio.sleep' }).waitFor();
  });
});

it('files come along to where two programs are compared, and stay while one is changed', async () => {
  await newPage();
  await page.goto(addressOf(''));
  await page.waitForFunction(() => document.querySelector('loop-scope')?.program.trim());
  await page.evaluate(() => {
    const player = document.querySelector('loop-scope');
    player.program = 'from util import word\nprint(word)\n';
    player.files = { 'util.py': 'word = "beside"\n' };
  });
  await page.locator('loop-scope .menu summary').click();
  await button('Compare with another program').click();
  await page.locator('loop-compare .print', { hasText: 'beside' }).waitFor();
  const field = page.locator('loop-compare .side-right textarea');
  await field.fill('from util import word\nprint(word * 2)\n');
  await field.dispatchEvent('change');
  await page.locator('loop-compare .print', { hasText: 'besidebeside' }).waitFor();
});

describe('a link', () => {
  it('carries the files as they were written, and what is no text', async () => {
    await course(withFiles(FILES, 'from util import delay\nprint(open("names.txt").read().split(), open("data.bin", "rb").read())\n'));
    await page.evaluate(() => (document.querySelector('loop-scope').files = { 'data.bin': new Uint8Array([0, 255, 7]) }));
    await tab('names.txt').click();
    await toEditor('Ada');
    await write('Eve\n');
    const link = await page.evaluate(() => document.querySelector('loop-scope').link());
    await page.close();
    for (const [path, title] of [['', 'A shared program'], ['embed.html', '']]) {
      await newPage();
      await page.goto(`${addressOf(path)}#${link}`);
      await tab('names.txt').waitFor();
      assert.equal(await tab('names.txt').getAttribute('aria-selected'), 'true', 'what was open is open');
      if (title) assert.equal(await page.locator('h1').textContent(), title);
      await run();
      assert.deepEqual(await printed(), ["['Eve'] b'\\x00\\xff\\x07'"]);
      if (title) {
        await page.locator('#lessons a', { hasText: 'Blocking: time.sleep' }).click();
        await page.locator('loop-scope .file-tabs').waitFor({ state: 'detached' });
        await page.close();
      }
    }
  });
});

it('an error far down in a long program is in sight at the end, and so is each line of its traceback that is followed', async () => {
  const long = `${'# A line.\n'.repeat(200)}def far():\n    raise ValueError("far down")\n${'# A line.\n'.repeat(200)}far()\n`;
  await course(withFiles('', long));
  const seen = () =>
    page.waitForFunction(() => {
      const { shadowRoot } = document.querySelector('loop-scope');
      const [line, frame] = ['.error-line', '.source'].map((part) => shadowRoot.querySelector(part)?.getBoundingClientRect());
      return line && line.top >= frame.top && line.bottom <= frame.bottom && shadowRoot.querySelector('.error-line').textContent.trim();
    }).then((found) => found.jsonValue());
  await run();
  assert.equal(await seen(), 'raise ValueError("far down")');
  await page.locator('loop-scope .trouble-group summary').click();
  await page.getByRole('button', { name: 'File "main.py", line 403' }).click();
  await page.locator('loop-scope .error-line', { hasText: /^far\(\)$/ }).waitFor();
  assert.equal(await seen(), 'far()');
});

describe('an error in a file', () => {
  const FAILS = script('util.py', 'def deep():\n    x = 1\n    return x / 0\n\ndef shallow():\n    return deep()\n');
  const CALLS = 'import util\n# A line\n# and another.\nutil.shallow()\n';

  it('is said with its file, and marks its line there and the program\'s own line', async () => {
    await course(withFiles(FAILS, CALLS));
    await run();
    assert.match(await page.locator('loop-scope .told').textContent(), /ZeroDivisionError: division by zero \(util\.py, line 3\)/);
    assert.equal(await page.locator('loop-scope .trouble-group .frame').textContent(), 'util.py, line 3');
    assert.equal((await page.locator('loop-scope .error-line').textContent()).trim(), 'util.shallow()');
    await tab('util.py (something went wrong here)').click();
    assert.equal((await page.locator('loop-scope .error-line').textContent()).trim(), 'return x / 0');
  });

  it('leads from each line of its traceback to the file and line that it names', async () => {
    await course(withFiles(FAILS, CALLS));
    await run();
    await page.locator('loop-scope .trouble-group summary').click();
    const position = await page.evaluate(() => document.querySelector('loop-scope').player.cursor.position);
    await page.getByRole('button', { name: 'File "/home/loopscope/util.py", line 6' }).click();
    await page.waitForFunction(() => document.querySelector('loop-scope').shadowRoot.activeElement?.classList.contains('cm-content'));
    assert.equal((await page.locator('loop-scope .error-line').textContent()).trim(), 'return deep()');
    assert.equal(await page.evaluate(() => document.querySelector('loop-scope').player.cursor.position), position, 'the moment stays');
    await page.getByRole('button', { name: 'File "main.py", line 4' }).focus();
    await page.keyboard.press('Enter');
    await page.locator('loop-scope .error-line', { hasText: 'util.shallow()' }).waitFor();
    await page.keyboard.type('# here ');
    assert.match(await page.evaluate(() => document.querySelector('loop-scope').program), /^# here util\.shallow\(\)$/m, 'the caret is in the line');
  });
});
