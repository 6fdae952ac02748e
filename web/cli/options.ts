/** The command line of `loopscope`, the same as the native runner's (engine/cli/main.c). */

export const USAGE = `usage: loopscope [option ...] FILE.py | - | -c CODE [ARG ...]
  --clock=real|virtual  wait in real time (default), or jump to the next deadline
  --debug               asyncio's debug mode
  --trace=FILE          write the event log as Chrome trace-event JSON (Perfetto opens it)
  --speed=N             real clock: N program seconds per second
  --latency=SECONDS     how long a message takes in the network inside the run (default 0)
  --bandwidth=BYTES     how many bytes a second go one way through a connection (default: no limit)
  --files               run in the program's folder, whose files are there too; what is written stays in memory
  --max-memory=MB       MemoryError beyond this (default 256)
  --disasm              print the bytecode instead of running (native runner only)
  --version, --help
`;

export interface CommandLine {
  clock: 'real' | 'virtual';
  debug: boolean;
  files: boolean;
  trace: string | null;
  speed: number;
  latency: number;
  bandwidth: number;
  maxMemory: number;
  program: { kind: 'file'; path: string } | { kind: 'input' } | { kind: 'code'; text: string };
  args: string[];
}

/** The options as parsed, 'help' or 'version', or what is wrong with them. */
export function parseCommandLine(argv: readonly string[]): CommandLine | 'help' | 'version' | Error {
  const line: Omit<CommandLine, 'program' | 'args'> = { clock: 'real', debug: false, files: false, trace: null, speed: 1, latency: 0, bandwidth: 0, maxMemory: 256 };
  let at = 0;
  for (; at < argv.length; at++) {
    const word = argv[at] ?? '';
    if (!word.startsWith('-') || word === '-') break;
    if (word === '-c') {
      const text = argv[at + 1];
      if (text === undefined) return new Error('-c needs a program');
      return { ...line, program: { kind: 'code', text }, args: argv.slice(at + 2) };
    }
    if (word === '--help' || word === '-h') return 'help';
    if (word === '--version' || word === '-V') return 'version';
    if (word === '--') {
      at++;
      break;
    }
    const [name, value] = split(word);
    const number = Number(value);
    if (name === '--clock' && (value === 'real' || value === 'virtual')) line.clock = value;
    else if (name === '--debug' && value === null) line.debug = true;
    else if (name === '--files' && value === null) line.files = true;
    else if (name === '--trace' && value !== null && value !== '') line.trace = value;
    else if (name === '--speed' && number > 0 && Number.isFinite(number)) line.speed = number;
    else if (name === '--latency' && number > 0 && number <= 1e6) line.latency = number;
    else if (name === '--bandwidth' && number > 0 && number <= 1e12) line.bandwidth = number;
    else if (name === '--max-memory' && number >= 1 && number <= 2048) line.maxMemory = number;
    else return new Error(`not understood: ${word}`);
  }
  const path = argv[at];
  if (path === undefined) return new Error('no program given');
  return { ...line, program: path === '-' ? { kind: 'input' } : { kind: 'file', path }, args: argv.slice(at + 1) };
}

function split(word: string): [string, string | null] {
  const equals = word.indexOf('=');
  return equals < 0 ? [word, null] : [word.slice(0, equals), word.slice(equals + 1)];
}
