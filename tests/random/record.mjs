// Records what CPython 3.14 prints for random programs into expected.json.gz.
//   node tests/random/record.mjs FOLDER SIZE    FOLDER holds r<seed>.py with .out, .err, .rc made by tests/oracle/expect.mjs
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import { at } from '../../web/tools/run.mjs';
import { normalise } from '../tools/programs.mjs';

const [folder, size] = process.argv.slice(2);
const file = at('tests', 'random', 'expected.json.gz');
const expected = existsSync(file) ? JSON.parse(gunzipSync(readFileSync(file))) : {};
const read = (path, otherwise) => (existsSync(path) ? readFileSync(path, 'utf8') : otherwise);
for (const name of readdirSync(folder)) {
  const seed = /^r(\d+)\.py$/.exec(name)?.[1];
  const out = seed && read(`${folder}/r${seed}.out`, null);
  if (!out && out !== '') continue;
  expected[seed] = {
    size: Number(size), program: createHash('sha256').update(readFileSync(`${folder}/${name}`)).digest('hex'),
    out: normalise(out), err: normalise(read(`${folder}/r${seed}.err`, '')), status: Number(read(`${folder}/r${seed}.rc`, '0')),
  };
}
writeFileSync(file, gzipSync(JSON.stringify(expected), { level: 9 }));
console.log(`${Object.keys(expected).length} programs recorded`);
