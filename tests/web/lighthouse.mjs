/**
 * What Lighthouse says of the playground: `npm run lighthouse`. It is not among the development packages, being larger than all
 * of them; npx fetches it. dist/ is served as a host would: compressed, and with files that carry a hash kept for ever.
 * LIGHTHOUSE=PATH takes one that is installed; --preset=desktop, or any other option of it, is passed on. Performance is told, not
 * asked for: on a machine that does other things it is theirs too.
 */
import { execFile } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { serve } from './serve.mjs';

const VERSION = '13.5.0';
const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];
const PAGES = ['', 'embed.html#example=02_two_tasks'];
/** As `chromium.mjs` starts it. */
const FLAGS = '--headless=new --no-sandbox --disable-gpu';

const root = resolve(import.meta.dirname, '../..');
const report = join(root, 'build', 'lighthouse.json');

async function ask(address, options) {
  const own = process.env.LIGHTHOUSE;
  const [command, first] = own ? [own, []] : ['npx', ['--yes', `lighthouse@${VERSION}`]];
  const wanted = [address, '--quiet', `--chrome-flags=${FLAGS}`, `--only-categories=${CATEGORIES.join()}`, '--output=json', `--output-path=${report}`, ...options];
  const chrome = process.env.CHROME_PATH ?? ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((place) => existsSync(place));
  rmSync(report, { force: true });
  await promisify(execFile)(command, [...first, ...wanted], { env: { ...process.env, CHROME_PATH: chrome }, maxBuffer: 1 << 26 });
  return JSON.parse(readFileSync(report, 'utf8'));
}

/** The audits that take something off, with what they say. */
function faults({ audits, categories }) {
  const counted = Object.values(categories).flatMap(({ auditRefs }) => auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => id));
  return [...new Set(counted)]
    .map((id) => audits[id])
    .filter(({ score }) => score !== null && score < 1)
    .map(({ id, score, displayValue = '', title }) => `    ${id}: ${score} ${displayValue} (${title})`);
}

const server = await serve(process.env.LOOPSCOPE_DIST ?? join(root, 'dist'), '/courses/loop/', { compressed: true });
let bad = 0;
try {
  for (const page of PAGES) {
    const result = await ask(server.address + page, process.argv.slice(2));
    const scores = CATEGORIES.map((name) => [name, Math.round((result.categories[name]?.score ?? 0) * 100)]);
    bad += scores.filter(([name, score]) => ['accessibility', 'best-practices'].includes(name) && score < 100).length;
    console.log(`${page || 'index.html'}: ${scores.map(([name, score]) => `${name} ${score}`).join(', ')}`);
    for (const line of faults(result)) console.log(line);
  }
} finally {
  await server.close();
}
process.exitCode = bad > 0 ? 1 : 0;
