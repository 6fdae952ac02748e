// The `loopscope` command: under Node and native, the same options and exit statuses.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const commands = {
  node: [process.execPath, join(root, 'build/wasm/cli.cjs')],
  native: [join(root, 'build/debug/loopscope')],
};
const folder = mkdtempSync(join(tmpdir(), 'loopscope-'));
after(() => rmSync(folder, { recursive: true }));
const file = (name, text) => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};

for (const [name, [command, ...first]] of Object.entries(commands)) {
  const run = (args, input = '') => spawnSync(command, [...first, ...args], { encoding: 'utf8', input, cwd: folder, timeout: 60_000 });
  describe(`loopscope, ${name}`, () => {
    test('runs a file with arguments', () => {
      file('args.py', 'import sys\nprint(sys.argv)\n');
      const { stdout, status } = run(['args.py', 'a', '-b']);
      assert.equal(stdout, "['args.py', 'a', '-b']\n");
      assert.equal(status, 0);
    });
    test('runs standard input and -c', () => {
      assert.equal(run(['-'], 'print("from stdin")\n').stdout, 'from stdin\n');
      const { stdout, status } = run(['-c', 'import sys; print(sys.argv); sys.exit(3)', 'x']);
      assert.equal(stdout, "['-c', 'x']\n");
      assert.equal(status, 3);
    });
    test('standard input is read by characters, by lines and to its end', () => {
      file('input.py', 'import sys\nf = sys.stdin\nprint([f.read(3), f.readline(2), f.readline(), f.readline(99), next(f), f.readlines(), f.read(5), f.readlines()])\n');
      assert.equal(run(['input.py'], 'ab\u00e4cdef\nnext\nthird\nfourth\nfifth').stdout,
        "['ab\u00e4', 'cd', 'ef\\n', 'next\\n', 'third\\n', ['fourth\\n', 'fifth'], '', []]\n");
    });
    test('breakpoint() stops in the debugger, which reads its commands as they come', () => {
      file('stops.py', 'import asyncio\nasync def main():\n    total = 2\n    breakpoint()\n    total += 1\n    await asyncio.sleep(0.01)\n    print(total)\nasyncio.run(main())\n');
      const { stdout, status } = run(['stops.py'], 'p total\nn\nn\ntotal = 7\nc\n');
      const at = (line, text) => `> /home/loopscope/stops.py(${line})main()\n-> ${text}\n`;
      assert.equal(stdout, `${at(4, 'breakpoint()')}(Pdb) 2\n(Pdb) ${at(5, 'total += 1')}(Pdb) ${at(6, 'await asyncio.sleep(0.01)')}(Pdb) (Pdb) 7\n`);
      assert.equal(status, 0);
    });
    test('--files: the files of its folder are there, and what it writes stays in memory', () => {
      mkdirSync(join(folder, 'data', 'sub', '.git'), { recursive: true });
      mkdirSync(join(folder, 'data', 'node_modules'));
      file('data/names.txt', 'Ada\nBob\n');
      file('data/sub/bytes.bin', Buffer.from([0, 255, 10]));
      for (const hidden of ['.env', 'sub/.git/config', 'node_modules/x.js']) file(`data/${hidden}`, 'no');
      symlinkSync('..', join(folder, 'data', 'sub', 'up'));
      symlinkSync('../names.txt', join(folder, 'data', 'sub', 'link.txt'));
      file('data/main.py', `import glob, os, pathlib, sys
print(sorted(os.listdir()), sorted(os.listdir('sub')), sorted(glob.glob('**/*.txt', recursive=True)))
print(open('names.txt').read().split(), open('sub/bytes.bin', 'rb').read(), os.path.getsize('sub/link.txt'), os.path.exists('.env'))
with open('names.txt', 'a') as file:
    file.write('Eve')
print(open('names.txt').read().split())
os.remove('names.txt')
open('new.txt', 'w').close()
print(sorted(os.listdir()), sys.argv, (pathlib.Path(__file__).parent / 'sub' / 'bytes.bin').exists())
`);
      const printed = "['main.py', 'names.txt', 'sub'] ['bytes.bin', 'link.txt'] ['names.txt', 'sub/link.txt']\n['Ada', 'Bob'] b'\\x00\\xff\\n' 8 False\n['Ada', 'Bob', 'Eve']\n['main.py', 'new.txt', 'sub'] ['main.py'] True\n";
      const { stdout, stderr, status } = run(['--files', 'data/main.py']);
      assert.deepEqual([stdout, stderr, status], [printed, '', 0]);
      assert.equal(readFileSync(join(folder, 'data/names.txt'), 'utf8'), 'Ada\nBob\n');
      assert.match(run(['data/main.py']).stderr, /FileNotFoundError: .*'sub'\n$/);
      rmSync(join(folder, 'data'), { recursive: true });
    });
    test('--files: at most 10,000 files, not more than 16 folders deep', () => {
      const deep = Array.from({ length: 20 }, (_, level) => `d${level}`);
      mkdirSync(join(folder, 'many', ...deep), { recursive: true });
      deep.forEach((_, level) => file(join('many', ...deep.slice(0, level + 1), 'file'), ''));
      const count = `import os\nprint(sum(len(files) for _, _, files in os.walk('.')))\n`;
      file('many/a.py', count);
      assert.equal(run(['--files', 'many/a.py']).stdout, '17\n');
      for (let n = 0; n < 10_010; n++) file(`many/f${n}`, '');
      assert.equal(run(['--files', 'many/a.py']).stdout, '10000\n');
      rmSync(join(folder, 'many'), { recursive: true });
    });
    test('modules beside the program are imported from its folder', () => {
      mkdirSync(join(folder, 'kit', 'deep', 'loose'), { recursive: true });
      file('kit/util.py', 'import asyncio\nasync def delay(seconds):\n    await asyncio.sleep(seconds)\n    return seconds\ndef fail():\n    return 1 / 0\n');
      file('kit/deep/__init__.py', 'from .part import PART\n');
      file('kit/deep/part.py', 'PART = "a part"\n');
      file('kit/deep/loose/thing.py', 'THING = __name__\n');
      file('kit/secret.txt', 'no module');
      file('outside.py', 'raise SystemExit("not of this folder")\n');
      file('kit/main.py', `import asyncio, os
from util import delay
import util, deep, deep.loose.thing
print(asyncio.run(delay(0.01)), deep.PART, deep.loose.thing.THING, util.__file__, util.__name__)
for name in ('nowhere', 'outside', 'deep.nowhere'):
    try:
        __import__(name)
    except ModuleNotFoundError as error:
        print(error)
print(os.path.exists('secret.txt'), os.path.exists('util.py'))
import importlib.machinery
for path in ('..', '/home/loopscope/..', 'deep/../..'):
    print(importlib.machinery.PathFinder.find_spec('outside', [path]))
if __name__ == '__main__':
    import main
    util.fail()
`);
      const printed = "0.01 a part deep.loose.thing /home/loopscope/util.py util\nNo module named 'nowhere'\nNo module named 'outside'\nNo module named 'deep.nowhere'\nFalse True\nNone\nNone\nNone\n";
      const { stdout, stderr, status } = run([join('kit', 'main.py')]);
      assert.equal(stdout, printed + printed);
      assert.match(stderr, /File "\/home\/loopscope\/util.py", line 6, in fail\n {4}return 1 \/ 0\n {11}~~\^~~\nZeroDivisionError: division by zero\n$/);
      assert.equal(status, 1);
    });
    test('wrong usage is status 2', () => {
      assert.equal(run([]).status, 2);
      assert.equal(run(['--clock=never', 'x.py']).status, 2);
      assert.equal(run(['missing.py']).status, 2);
    });
    test('an uncaught exception is status 1 with a traceback on standard error', () => {
      const { stdout, stderr, status } = run(['-c', 'print("before")\nraise ValueError("boo")']);
      assert.equal(stdout, 'before\n');
      assert.match(stderr, /^Traceback \(most recent call last\):\n {2}File "<string>", line 2, in <module>\n[^]*ValueError: boo\n$/);
      assert.equal(status, 1);
    });
    test('what is not there yet says so in one line, with its place', () => {
      const last = (code) => run(['-c', code]).stderr.trimEnd().split('\n').at(-1);
      assert.match(run(['-c', 'import dis']).stderr, /\nModuleNotFoundError: No module named 'dis'\nLoopscope has no module 'dis': its instructions are not CPython's\n$/);
      assert.equal(last('import sqlite3'), "Loopscope has no module 'sqlite3': there is no native code but the engine's own");
      assert.equal(last('from ssl import SSLContext'), "Loopscope has no module 'ssl': there is no network outside of the run");
      assert.equal(last('import numpy'), "ModuleNotFoundError: No module named 'numpy'");
      assert.equal(last('import requests'), "ModuleNotFoundError: No module named 'requests'");
      assert.equal(last('import asyncio\nasyncio.run(asyncio.create_subprocess_exec("ls"))'), 'NotImplementedError: Loopscope has no subprocesses');
      assert.match(run(['-c', '\nimport sqlite3']).stderr, /line 2, in <module>/);
    });
    test('--debug switches asyncio debug mode on', () => {
      file('debug.py', 'import asyncio\nasync def main():\n    print(asyncio.get_running_loop().get_debug())\nasyncio.run(main())\n');
      assert.equal(run(['--debug', 'debug.py']).stdout, 'True\n');
      assert.equal(run(['debug.py']).stdout, 'False\n');
    });
    test('--latency and --bandwidth make the network inside the run slow', () => {
      file('slow.py', `import asyncio
async def send(reader, writer):
    writer.write(bytes(50_000))
    writer.close()
async def main():
    loop = asyncio.get_running_loop()
    server = await asyncio.start_server(send, '127.0.0.1', 0)
    reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
    print(round(loop.time(), 3), len(await reader.read()), round(loop.time(), 3))
    writer.close()
asyncio.run(main())
`);
      assert.equal(run(['--clock=virtual', 'slow.py']).stdout, '0.0 50000 0.0\n');
      assert.equal(run(['--clock=virtual', '--latency=0.5', '--bandwidth=25000', 'slow.py']).stdout, '1.0 50000 3.5\n');
    });
    test('--trace writes JSON that Perfetto opens, one track per task', () => {
      file('two.py', 'import asyncio\nasync def main():\n    await asyncio.gather(asyncio.sleep(0.1), asyncio.sleep(0.2))\nasyncio.run(main())\n');
      assert.equal(run(['--clock=virtual', '--trace=two.json', 'two.py']).status, 0);
      const { traceEvents } = JSON.parse(readFileSync(join(folder, 'two.json'), 'utf8'));
      const tracks = traceEvents.filter((event) => event.ph === 'M' && event.name === 'thread_name').map((event) => event.args.name);
      for (const task of ['Task-1', 'Task-2', 'Task-3']) assert.ok(tracks.includes(task), `no track for ${task}: ${tracks}`);
      assert.ok(traceEvents.some((event) => event.ph === 'X' && event.dur >= 0));
    });
    test('--trace tells the file of a line that is in none of the program', () => {
      file('naps.py', 'import asyncio\nasync def nap():\n    await asyncio.sleep(1)\n');
      file('sleeper.py', 'import asyncio, naps\nasync def main():\n    await asyncio.create_task(naps.nap(), name="nap")\nasyncio.run(main())\n');
      assert.equal(run(['--clock=virtual', '--trace=files.json', 'sleeper.py']).status, 0);
      const { traceEvents } = JSON.parse(readFileSync(join(folder, 'files.json'), 'utf8'));
      assert.deepEqual(traceEvents.filter(({ ph, name }) => ph === 'i' && name === 'file').map(({ args }) => args.text), ['naps.py']);
      const waits = traceEvents.filter(({ ph, name }) => ph === 'B' && name === 'waiting').map(({ args }) => args);
      assert.deepEqual(waits, [{ line: 3 }, { line: 3, file: 1 }]);
    });
    test('--max-memory ends a hog with MemoryError', () => {
      const { stderr, status } = run(['--max-memory=32', '-c', 'x = [0] * 10**8']);
      assert.match(stderr, /MemoryError\n$/);
      assert.equal(status, 1);
    });
    test('Ctrl-C ends with 130 and runs the cleanup', async () => {
      const child = spawn(command, [...first, '-c', 'import asyncio\nasync def main():\n    try:\n        print("up", flush=True)\n        await asyncio.sleep(60)\n    finally:\n        print("down")\nasyncio.run(main())'], { cwd: folder });
      let out = '', err = '';
      child.stdout.on('data', (data) => {
        out += data;
        if (out === 'up\n') child.kill('SIGINT');
      });
      child.stderr.on('data', (data) => (err += data));
      const status = await new Promise((resolve) => child.on('close', resolve));
      assert.equal(out, 'up\ndown\n');
      assert.match(err, /KeyboardInterrupt\n$/);
      assert.equal(status, 130);
    });
  });
}
