// The process of startOracle: writes and runs what it is asked for, until its parent goes.
import { generatorNamed } from './generators.mjs';
import { loadGenerator } from './oracle.mjs';

const oracle = await loadGenerator(generatorNamed(process.argv[2]));
process.on('message', ({ method, args }) => {
  try {
    process.send({ value: oracle[method](...args) });
  } catch (error) {
    // An interpreter in WebAssembly may run out of its stack or memory.
    process.send({ error: String(error).split('\n')[0].slice(0, 100) });
  }
});
process.on('disconnect', () => process.exit());
