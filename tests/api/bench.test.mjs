// The programs of `npm run bench` on the real clock: each comes to its end and says what it measured.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { at } from '../../web/tools/run.mjs';

const programs = at('tests', 'bench', 'programs');
// 100,000 tasks, to be counted; the hellos are there to be timed from outside.
const others = ['mem_sleepers.py', 'hello.py', 'hello_async.py'];

for (const name of readdirSync(programs).filter((file) => !others.includes(file))) {
  test(`${name} measures something`, () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [at('build', 'wasm', 'cli.cjs'), `${programs}/${name}`], { encoding: 'utf8', timeout: 60_000 });
    assert.equal(stderr, '');
    assert.equal(status, 0);
    assert.match(stdout, /^\S+ [0-9.eE+-]+ \S+$/m);
  });
}
