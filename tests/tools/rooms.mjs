// Who may include whom: the dependency rule of engine/README.md, checked on every #include and import.
import { readFileSync, readdirSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';
import { at, root } from '../../web/tools/run.mjs';

// room: the files it may see, by prefix of their path; its own are always allowed.
const mayInclude = {
  'engine/base/': [],
  'engine/trace/': ['engine/base/', 'engine/include/loopscope/trace.h', 'engine/include/loopscope/chrome.h'],
  'engine/loop/': ['engine/base/', 'engine/include/loopscope/trace.h', 'engine/include/loopscope/host.h', 'engine/include/loopscope/loop.h',
    'engine/include/loopscope/network.h', 'engine/include/loopscope/sync.h'],
  'engine/python/': ['engine/base/', 'engine/include/loopscope/trace.h', 'engine/include/loopscope/host.h', 'engine/include/loopscope/vm.h'],
  'engine/aio/': ['engine/base/', 'engine/python/', 'engine/include/loopscope/'],
  'engine/host/': ['engine/include/loopscope/host.h'],
  'engine/cli/': ['engine/include/loopscope/', 'engine/base/alloc.h'],
  'engine/wasm/': ['engine/include/loopscope/', 'engine/base/alloc.h', 'engine/python/library', 'engine/aio/library/library.def'],
  'engine/freeze/': ['engine/include/loopscope/', 'engine/base/alloc.h', 'engine/python/'],
  'engine/include/loopscope/': ['engine/trace/events.def', 'engine/base/alloc.h'],
  'examples/c/': ['engine/include/loopscope/'],
};
const systemHeaders = /^(assert|ctype|errno|float|inttypes|limits|math|stdarg|stdatomic|stdbool|stddef|stdint|stdio|stdlib|string|time|sanitizer\/asan_interface)\.h$/;
const operatingSystem = ['engine/host/', 'engine/cli/'];

const mayImport = {
  'web/src/model/': ['web/src/engine/events.generated'],
  'web/src/view/': ['web/src/model/'],
  'web/src/element/': ['web/src/view/', 'web/src/model/', 'web/src/engine/'],
  'web/src/engine/': ['build/wasm/'],
};

const problems = [];
const files = (folder, pattern) => readdirSync(at(folder), { recursive: true }).filter((name) => pattern.test(name)).map((name) => join(folder, name));

function resolveInclude(file, name) {
  const candidates = [join(dirname(file), name), join('engine/include', name), join('engine/python', name), join('engine', name)];
  return candidates.map(normalize).find((path) => readable(path)) ?? null;
}
function readable(path) {
  try {
    readFileSync(at(path));
    return true;
  } catch {
    return false;
  }
}

for (const file of [...files('engine', /\.[ch]$/), ...files('examples/c', /\.[ch]$/)]) {
  const room = Object.keys(mayInclude).filter((prefix) => file.startsWith(prefix)).sort((a, b) => b.length - a.length)[0];
  for (const [, quote, name] of readFileSync(at(file), 'utf8').matchAll(/^#\s*include\s+(["<])([^">]+)[">]/gm)) {
    if (quote === '<' && !name.startsWith('loopscope/')) {
      if (!systemHeaders.test(name) && !operatingSystem.some((prefix) => file.startsWith(prefix))) problems.push(`${file}: <${name}> is not for this room`);
      continue;
    }
    const target = resolveInclude(file, name);
    if (target === null) problems.push(`${file}: "${name}" not found`);
    else if (!target.startsWith(room) && !mayInclude[room].some((prefix) => target.startsWith(prefix))) problems.push(`${file} includes ${target}`);
  }
}

for (const file of files('web/src', /\.ts$/)) {
  const room = Object.keys(mayImport).find((prefix) => file.startsWith(prefix));
  for (const [, name] of readFileSync(at(file), 'utf8').matchAll(/from '(\.[^']+)'/g)) {
    const target = relative(root, join(root, dirname(file), name));
    if (!target.startsWith(room) && !mayImport[room].some((prefix) => target.startsWith(prefix))) problems.push(`${file} imports ${target}`);
  }
}

for (const problem of problems) console.log(problem);
console.log(`rooms: ${problems.length} wrong includes`);
process.exitCode = problems.length > 0 ? 1 : 0;
