/** `loopscope FILE.py`: runs a program on the WebAssembly engine under Node. */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import type { Interface } from 'node:readline';
import { setFlagsFromString } from 'node:v8';
import glue from '../../build/wasm/loopscope.mjs';
import type { Loader } from '../src/engine/module';
import { loadEngine } from '../src/engine/node';
import type { Run } from '../src/engine/types';
import { besideOf } from './beside';
import { parseCommandLine, USAGE, type CommandLine } from './options';

declare const LOOPSCOPE_VERSION: string;

const SIGINT = 2;

// V8 optimises a function that has run so many bytes of its code; by default the dispatch loop is there after some 30 turns,
// and until its optimised code is made it stops every 30 turns to ask for it again, which makes it twice as slow.
setFlagsFromString('--wasm-tiering-budget=30000000');
// A function is checked when it is first called, as it is compiled then; most of the engine's never are.
setFlagsFromString('--wasm-lazy-validation');

interface Given {
  source: Uint8Array;
  filename: string;
  argv0: string;
}

function readProgram({ program, files }: CommandLine): Given {
  switch (program.kind) {
    case 'code':
      return { source: new TextEncoder().encode(program.text), filename: '<string>', argv0: '-c' };
    case 'input':
      return { source: readFileSync(0), filename: '<stdin>', argv0: '-' };
    case 'file': {
      // Where it runs in its folder, that is no part of its name.
      const name = files ? basename(program.path) : program.path;
      return { source: readFileSync(program.path), filename: name, argv0: name };
    }
  }
}

/** Writes all of it before it returns, so that nothing is lost when the process ends. */
function writeAll(descriptor: number, text: string): void {
  let bytes = Buffer.from(text);
  while (bytes.length > 0) {
    try {
      bytes = bytes.subarray(writeSync(descriptor, bytes));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
    }
  }
}

/** Hands what stands on standard input to the run, line by line. */
async function readInput(run: Run): Promise<Interface> {
  const { createInterface } = await import('node:readline');
  let over = false;
  process.stdin.once('end', () => (over = true)); // what comes after that is a last line without an end
  const input = createInterface({ input: process.stdin, terminal: false });
  input.on('line', (text) => run.feed(text, !over));
  input.on('close', () => run.feed(null));
  return input;
}

async function main(): Promise<number> {
  const line = parseCommandLine(process.argv.slice(2));
  if (line === 'help') return writeAll(1, USAGE), 0;
  if (line === 'version') return writeAll(1, `Loopscope ${LOOPSCOPE_VERSION} (Python 3.14)\n`), 0;
  if (line instanceof Error) return writeAll(2, `loopscope: ${line.message}\n${USAGE}`), 2;
  let given: Given;
  try {
    given = readProgram(line);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const path = line.program.kind === 'file' ? line.program.path : 'standard input';
    const why = code === 'ENOENT' ? '[Errno 2] No such file or directory' : String(error);
    return writeAll(2, `loopscope: can't open file '${path}': ${why}\n`), 2;
  }

  const engine = await loadEngine(new URL('./', import.meta.url), glue as Loader);
  const trace = line.trace === null ? null : openSync(line.trace, 'w');
  let input: Promise<Interface> | null = null;
  const run = engine.run(given.source, {
    filename: given.filename,
    argv0: given.argv0,
    args: line.args,
    clock: line.clock,
    speed: line.clock === 'real' ? line.speed : 0,
    debug: line.debug,
    latency: line.latency,
    bandwidth: line.bandwidth,
    maxMemory: line.maxMemory,
    output: (stream, text) => writeAll(stream, text),
    ...besideOf(line.program.kind === 'file' ? dirname(line.program.path) : '.', line.files),
    ...(trace === null ? {} : { traceFile: (piece: string) => writeAll(trace, piece) }),
    needInput: () => void (input ??= readInput(run)),
  });
  const interrupt = (): void => run.signal(SIGINT);
  process.on('SIGINT', interrupt);
  const { status } = await run.finished;
  process.off('SIGINT', interrupt);
  (await (input as Promise<Interface> | null))?.close();
  if (trace !== null) closeSync(trace);
  return status;
}

main().then(
  (status) => process.exit(status),
  (error: unknown) => {
    console.error(`loopscope: the engine failed: ${error instanceof Error ? error.message : String(error)}`);
    process.exit(70);
  },
);
