// Builds the engine with CMake and Ninja: `native` (Release), `debug` (AddressSanitizer and UBSan), `wasm`.
//   node web/tools/engine.mjs native|debug|wasm ...
import { existsSync, realpathSync } from 'node:fs';
import { delimiter } from 'node:path';
import { at, ask, run } from './run.mjs';

const kinds = {
  native: ['-DCMAKE_BUILD_TYPE=Release'],
  debug: ['-DCMAKE_BUILD_TYPE=Debug', '-DLOOPSCOPE_TESTS=ON'],
  wasm: ['-DCMAKE_BUILD_TYPE=Release'],
};

// Debian's Emscripten finds its optimiser's JavaScript packages in /usr/share/nodejs, which only Debian's own Node searches.
function emscriptenEnvironment() {
  const emcc = realpathSync(ask('sh', ['-c', 'command -v emcc']) ?? '/usr/bin/emcc');
  const debian = emcc.startsWith('/usr/share/emscripten') && existsSync('/usr/share/nodejs');
  if (!debian) return process.env;
  return { ...process.env, NODE_PATH: [process.env.NODE_PATH, '/usr/share/nodejs'].filter(Boolean).join(delimiter) };
}

export function buildEngine(kind) {
  const folder = at('build', kind);
  const env = kind === 'wasm' ? emscriptenEnvironment() : process.env;
  if (!existsSync(at('build', kind, 'build.ninja'))) {
    const cmake = ['-S', at(), '-B', folder, '-G', 'Ninja', ...kinds[kind]];
    console.log(`Building the engine (${kind}); the first time takes a few minutes ...`);
    const quiet = { env, stdio: ['ignore', 'ignore', 'inherit'] };
    if (kind === 'wasm') run('emcmake', ['cmake', ...cmake], quiet);
    else run('cmake', cmake, quiet);
  }
  // Ninja says a lot to say that there is nothing to do.
  if (!ask('ninja', ['-C', folder, '-n'])?.includes('no work to do')) run('ninja', ['-C', folder], { env });
  return folder;
}

if (process.argv[1] === at('web', 'tools', 'engine.mjs')) process.argv.slice(2).forEach(buildEngine);
