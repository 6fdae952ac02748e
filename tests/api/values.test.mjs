/**
 * What the event log says of frames and their locals: a golden log for each feature, values/NAME.log for the program
 * values/NAME.py on the virtual clock. UPDATE_LOGS=1 writes them anew: read what changed.
 */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { loadEngine } from '../../build/wasm/node.mjs';

const engine = await loadEngine(new URL('../../build/wasm/', import.meta.url));
const folder = new URL('values/', import.meta.url);

async function eventsOf(source, options = { values: true }) {
  const events = [];
  await engine.run(source, { ...options, events: (batch) => events.push(...batch) }).finished;
  return events;
}

/** The lines of a log: frames and values stand before the line at which they are so. */
function linesOf(events) {
  const names = new Map([[0, 'main program']]);
  const name = (id) => names.get(id) ?? 'somebody';
  const lines = {
    FRAME_BEGINS: ({ by, depth, line, function: of }) => `  ${name(by)} ${depth}: ${of}, line ${line}`,
    FRAME_ENDS: ({ by, depth }) => `  ${name(by)} ${depth}: over`,
    VALUE_CHANGED: ({ by, depth, text }) => `  ${depth === 0 ? 'globals' : `${name(by)} ${depth}`}: ${text}`,
    LINE: ({ by, line }) => `line ${line} of ${name(by)}`,
    TASK_STEP_ENDS: ({ task, reason }) => `${name(task)} ${['waits', 'is done', 'failed', 'is cancelled', 'yields'][reason]}`,
    WORKER_ENDS: ({ worker }) => `${name(worker)} is done`,
  };
  return events.flatMap((event) => {
    if (event.kind === 'TASK_MADE') names.set(event.task, event.name);
    if (event.kind === 'WORKER_BEGINS') names.set(event.worker, event.name);
    return lines[event.kind]?.(event) ?? [];
  });
}

describe('the log of frames and values:', () => {
  for (const file of readdirSync(folder).filter((each) => each.endsWith('.py'))) {
    const golden = new URL(file.replace(/\.py$/, '.log'), folder);
    it(file.slice(0, -3).replaceAll('_', ' '), async () => {
      const log = linesOf(await eventsOf(readFileSync(new URL(file, folder), 'utf8')));
      if (process.env.UPDATE_LOGS) writeFileSync(golden, `${log.join('\n')}\n`);
      assert.deepEqual(log, readFileSync(golden, 'utf8').trimEnd().split('\n'));
    });
  }

  it('is kept only when it is asked for, and changes nothing else', async () => {
    const source = readFileSync(new URL('kinds_of_frames.py', folder), 'utf8');
    const with_ = await eventsOf(source);
    const without = await eventsOf(source, {});
    const others = with_.filter(({ kind }) => !/^(FRAME|VALUE)_/.test(kind));
    assert.ok(others.length < with_.length);
    assert.deepEqual(others, without);
  });

  it('tells of a frame whose locals are many, or whose values are long, in few characters', async () => {
    const many = Array.from({ length: 100 }, (_, n) => `    x${n} = ${n}`).join('\n');
    const events = await eventsOf(`def f():\n${many}\n    big = [list(range(1000))] * 1000\n    text = 'y' * 100000\n    return 0\nf()\n`);
    const texts = events.filter(({ kind, by }) => kind === 'VALUE_CHANGED' && by === 0).map(({ text }) => text);
    assert.ok(texts.length >= 30 && texts.length < 60, texts.length);
    for (const text of texts) assert.ok(text.length < 330, text);
  });

  it('tells what the last line of the program left', async () => {
    const texts = (await eventsOf('n = 1\nn = 2\n')).filter(({ kind }) => kind === 'VALUE_CHANGED').map(({ text }) => text);
    assert.deepEqual(texts, ['n = 1', 'n = 2']);
  });

  it('goes through deep recursion without walking it at each line', async () => {
    const events = await eventsOf('def down(n):\n    if n == 0:\n        return 0\n    return down(n - 1)\nfor i in range(30):\n    down(900)\n');
    assert.equal(events.filter(({ kind }) => kind === 'FRAME_BEGINS').length, 1 + 30 * 901);
  });
});
