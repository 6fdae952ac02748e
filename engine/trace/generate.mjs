// Makes the copies of events.def that other languages need: the page's TypeScript types and the docs.
//
//   node engine/trace/generate.mjs           writes them
//   node engine/trace/generate.mjs --check   fails when one of them is stale
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const TYPES = { ID: 'number', NUM: 'number', REAL: 'number', TEXT: 'string' };
const LETTERS = { ID: 'i', NUM: 'n', REAL: 'r', TEXT: 't' };

/** The events of the list, each with its group, meaning, fields and named values. */
function parse(source) {
  const bare = source.replace(/\/\*[\s\S]*?\*\//g, '');
  const pattern = /EVENT\(\s*(\w+)\s*,\s*(\w+)\s*,\s*((?:"(?:[^"\\]|\\.)*"\s*)+),\s*((?:\w+\(\w+\)\s*)+)\)/g;
  const events = [...bare.matchAll(pattern)].map(([, name, group, strings, fields], number) => {
    const meaning = [...strings.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1]).join('');
    const list = [...fields.matchAll(/(\w+)\((\w+)\)/g)].map(([, type, field]) => {
      if (!(type in TYPES)) throw new Error(`events.def: ${name} has a field of unknown type ${type}`);
      return { type, field, property: property(name, field) };
    });
    return { name, number, group, meaning, fields: list, values: values(name, meaning) };
  });
  const count = (bare.match(/^EVENT\(/gm) ?? []).length;
  if (count !== events.length) throw new Error(`events.def: ${count} events, understood ${events.length}`);
  return events;
}

/** A decoded record's own `kind` is the event's name, so a field of that name says whose kind it is. */
function property(event, field) {
  return field === 'kind' ? `${event.split('_')[0].toLowerCase()}Kind` : field;
}

/** The small enumerations, read from the meaning: `reason: 0 awaits a future, 1 done` or `worker (0 thread, 1 process)`. */
function values(event, meaning) {
  const runs = meaning.matchAll(/(?:(\w+): |\()(\d+ [a-z][^,;:]*(?:, \d+ [a-z][^,;:]*)+)/g);
  return [...runs].map(([, field, text]) => ({
    constant: `${event}_${(field ?? 'kind').toUpperCase()}`,
    entries: text.split(/, (?=\d)/).map((entry) => {
      const [, value, words] = entry.match(/^(\d+) ([a-z -]+)/);
      return [words.trim().replace(/[ -]+/g, '_').toUpperCase(), Number(value)];
    }),
  }));
}

const camel = (name) => name.toLowerCase().replace(/(?:^|_)(\w)/g, (_, letter) => letter.toUpperCase());
const groups = (events) => [...new Set(events.map((event) => event.group))];

/** Bits of the mask, read from the header that defines them. */
function groupBits(events) {
  const header = readFileSync(join(here, '..', 'include', 'loopscope', 'trace.h'), 'utf8');
  return groups(events).map((group) => {
    const match = header.match(new RegExp(`TRACE_${group} = 1 << (\\d+)`));
    if (!match) throw new Error(`trace.h has no group TRACE_${group}`);
    return [group, 1 << Number(match[1])];
  });
}

function typescript(events) {
  const out = ['// Generated from engine/trace/events.def by engine/trace/generate.mjs: change them, not this file.', ''];
  for (const { name, meaning, fields } of events) {
    out.push(`/** ${meaning[0].toUpperCase()}${meaning.slice(1)}. */`, `export interface ${camel(name)}Event {`);
    out.push(`  readonly kind: '${name}';`, '  /** The clock in seconds since the run began. */', '  readonly time: number;');
    for (const { type, property } of fields) out.push(`  readonly ${property}: ${TYPES[type]};`);
    out.push('}', '');
  }
  out.push('export type EngineEvent =', ...events.map((event) => `  | ${camel(event.name)}Event`));
  out[out.length - 1] += ';';
  out.push('', "export type EventKind = EngineEvent['kind'];", '');
  out.push('/** One field of a record: its name in the decoded event and how it is written. */', 'export interface EventField {');
  out.push('  readonly name: string;', "  readonly type: 'id' | 'num' | 'real' | 'text';", '}', '');
  out.push('/** What the decoder reads: the place in this table is the number of the kind in a record. */');
  out.push('export const EVENT_FIELDS: readonly { readonly kind: EventKind; readonly fields: readonly EventField[] }[] = [');
  for (const { name, fields } of events) {
    const list = fields.map((f) => `    { name: '${f.property}', type: '${f.type.toLowerCase()}' },`);
    out.push('  {', `    kind: '${name}',`, '    fields: [', ...list.map((line) => `  ${line}`), '    ],', '  },');
  }
  out.push('];', '', '/** Bits of the mask that switches groups of events on. */', 'export const TRACE_GROUP = {');
  for (const [group, bit] of groupBits(events)) out.push(`  ${group}: ${bit},`);
  out.push('} as const;', '');
  out.push('/** A `line` has above so many bits the number of its file (FILE_TOLD), 0 for the program. */', `export const LINE_BITS = ${lineBits};`, '');
  for (const { constant, entries } of events.flatMap((event) => event.values)) {
    out.push(`export const ${constant} = {`, ...entries.map(([word, value]) => `  ${word}: ${value},`), '} as const;', '');
  }
  return out.join('\n');
}

function docs(events) {
  const out = ['<!-- Generated from events.def by generate.mjs: change them, not this file. -->', '# Events', ''];
  out.push('Every record also carries `time`, the clock in seconds since the run began. Field types: `id` and `num` are');
  out.push('unsigned 32-bit numbers, `real` is seconds as a double, `text` is UTF-8. The layout of a record stands in `trace.h`.', '');
  for (const group of groups(events)) {
    out.push(`## ${group}`, '', '| kind | number | fields | meaning |', '|---|---|---|---|');
    for (const event of events.filter((e) => e.group === group)) {
      const fields = event.fields.map((f) => `${f.property} ${f.type.toLowerCase()}`).join(', ');
      out.push(`| ${event.name} | ${event.number} | ${fields} | ${event.meaning} |`);
    }
    out.push('');
  }
  return out.join('\n');
}

const [, lineBits] = readFileSync(join(root, 'engine', 'include', 'loopscope', 'trace.h'), 'utf8').match(/TRACE_LINE_BITS\s+(\d+)u/);
const events = parse(readFileSync(join(here, 'events.def'), 'utf8'));
const copies = [
  [join(root, 'web', 'src', 'engine', 'events.generated.ts'), typescript(events)],
  [join(here, 'EVENTS.md'), docs(events)],
];
const read = (file) => {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
};
for (const [file, text] of copies) {
  if (process.argv.includes('--check')) {
    if (read(file) === text) continue;
    console.error(`${relative(root, file)} is stale: run node engine/trace/generate.mjs`);
    process.exitCode = 1;
  } else if (read(file) !== text) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
