// Installs what is missing: system packages through apt where that is possible, npm's packages from the lock file.
//   node web/tools/setup.mjs [test]     with `test`: also what only the tests need
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { at, ask, exists, has, run } from './run.mjs';

/** package: how we know that it is there */
const building = {
  cmake: () => has('cmake'),
  'ninja-build': () => has('ninja'),
  emscripten: () => has('emcc'),
  gcc: () => has('gcc') || has('cc') || has('clang'),
  'libc6-dev': () => existsSync('/usr/include/stdio.h'),
};
const testing = {
  'libcmocka-dev': () => existsSync('/usr/include/cmocka.h') || ask('sh', ['-c', 'echo "#include <setjmp.h>\n#include <stdarg.h>\n#include <stddef.h>\n#include <stdint.h>\n#include <cmocka.h>" | cc -E -']) !== null,
  'clang-format': () => has('clang-format'),
  chromium: () => ['chromium', 'chromium-browser', 'google-chrome'].some(has),
  python3: () => has('python3'),
};

function systemPackages(wanted) {
  const missing = Object.keys(wanted).filter((name) => !wanted[name]());
  if (missing.length === 0) return;
  const root = process.getuid?.() === 0;
  const sudo = !root && has('sudo') && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0;
  const command = `apt-get install -y --no-install-recommends ${missing.join(' ')}`;
  if (!has('apt-get') || !(root || sudo)) {
    console.error(`Loopscope needs these packages, which are not here: ${missing.join(', ')}.\n` +
      `On Debian or Ubuntu:  sudo ${command}\nElsewhere install their equivalents, then run this command again.`);
    process.exit(1);
  }
  console.log(`Installing ${missing.join(', ')} ...`);
  const apt = (...args) => run(root ? 'apt-get' : 'sudo', root ? args : ['apt-get', ...args], {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, stdio: ['ignore', 'ignore', 'inherit'],
  });
  apt('update');
  apt('install', '-y', '--no-install-recommends', ...missing);
}

function npmPackages() {
  // A link leads to packages that others share: npm would empty their folder before it puts its own in the link's place.
  if (lstatSync(at('node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) return;
  const lock = createHash('sha256').update(readFileSync(at('package-lock.json'))).digest('hex');
  const stamp = at('node_modules', '.loopscope-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log("Installing npm's packages ...");
  run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(stamp, lock);
}

export function setup({ tests = false } = {}) {
  const [major] = process.versions.node.split('.').map(Number);
  if (major < 20) {
    console.error(`Loopscope needs Node 20 or newer; this is ${process.version}.`);
    process.exit(1);
  }
  systemPackages(tests ? { ...building, ...testing } : building);
  if (exists('package-lock.json')) npmPackages();
}

if (process.argv[1] === at('web', 'tools', 'setup.mjs')) setup({ tests: process.argv[2] === 'test' });
