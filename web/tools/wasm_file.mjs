// Reads WebAssembly files as the build makes them: modules, object files with their relocations, archives of those.

/** The numbers of the sections that are asked for here. */
export const SECTION = { CUSTOM: 0, IMPORT: 2, FUNCTION: 3, CODE: 10, DATA: 11, DATA_COUNT: 12 };

const decoder = new TextDecoder();

/** A place in bytes that is read from and moves on. */
export class Reader {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }

  byte() {
    return this.bytes[this.at++];
  }

  unsigned() {
    let value = 0;
    for (let scale = 1; ; scale *= 128) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      if (byte < 128) return value;
    }
  }

  signed() {
    let value = 0;
    for (let scale = 1; ; ) {
      const byte = this.byte();
      value += (byte & 127) * scale;
      scale *= 128;
      if (byte < 128) return byte & 64 ? value - scale : value;
    }
  }

  take(length) {
    this.at += length;
    return this.bytes.subarray(this.at - length, this.at);
  }

  text() {
    return decoder.decode(this.take(this.unsigned()));
  }

  /** As many as the number that stands here says, each read by `read`. */
  list(read) {
    return Array.from({ length: this.unsigned() }, (_, index) => read(index));
  }
}

/** The sections of a module, in their order: {id, name (custom ones), body}. */
export function sections(bytes) {
  const reader = new Reader(bytes, 8);
  const found = [];
  while (reader.at < bytes.length) {
    const id = reader.byte();
    const end = reader.unsigned() + reader.at;
    const name = id === SECTION.CUSTOM ? reader.text() : '';
    found.push({ id, name, body: bytes.subarray(reader.at, end) });
    reader.at = end;
  }
  return found;
}

/** The bytes of a module of these sections. */
function moduleOf(parts) {
  const text = (name) => [...unsignedBytes(name.length), ...Buffer.from(name)];
  return Buffer.concat([Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]), ...parts.flatMap(({ id, name, body }) => {
    const head = id === SECTION.CUSTOM ? text(name) : [];
    return [Buffer.from([id, ...unsignedBytes(head.length + body.length), ...head]), body];
  })]);
}

function unsignedBytes(value) {
  const bytes = [];
  for (; value >= 128; value = Math.floor(value / 128)) bytes.push((value % 128) | 128);
  return [...bytes, value];
}

function signedBytes(value) {
  const bytes = [];
  for (; value < -64 || value >= 64; value = Math.floor(value / 128)) bytes.push((value & 127) | 128);
  return [...bytes, value & 127];
}

/** What a module writes into its memory before it runs: [{address, bytes}]. Every address must be a number. */
export function dataOf(body) {
  const reader = new Reader(body);
  return reader.list(() => {
    const flags = reader.unsigned(), opcode = reader.byte();
    const address = reader.signed(), end = reader.byte();
    if (flags !== 0 || opcode !== 0x41 || end !== 0x0b) throw new Error('a data segment that is not written at a number');
    return { address, bytes: reader.take(reader.unsigned()) };
  });
}

/** The other way round. */
function dataSection(segments) {
  const parts = segments.flatMap(({ address, bytes }) => [Buffer.from([0, 0x41, ...signedBytes(address), 0x0b, ...unsignedBytes(bytes.length)]), bytes]);
  return { id: SECTION.DATA, name: '', body: Buffer.concat([Buffer.from(unsignedBytes(segments.length)), ...parts]) };
}

/** The module with these data segments. */
export function withData(module, segments) {
  const data = dataSection(segments);
  const counted = (section) => (section.id === SECTION.DATA_COUNT ? { ...section, body: Buffer.from(unsignedBytes(segments.length)) } : section);
  const rest = sections(module).filter(({ id }) => id !== SECTION.DATA).map(counted);
  const code = rest.findIndex(({ id }) => id === SECTION.CODE);
  return moduleOf([...rest.slice(0, code + 1), data, ...rest.slice(code + 1)]);
}

// ---- object files

const SYMBOL = { FUNCTION: 0, DATA: 1, SECTION: 3 };
const LOCAL = 0x02, UNDEFINED = 0x10, NAMED = 0x40;

function symbol(reader, names) {
  const kind = reader.byte(), flags = reader.unsigned();
  if (kind === SYMBOL.SECTION) return { kind, section: reader.unsigned() };
  if (kind !== SYMBOL.DATA) {
    const index = reader.unsigned();
    const named = !(flags & UNDEFINED) || flags & NAMED;
    return { kind, index, name: named ? reader.text() : names[index] };
  }
  const name = reader.text();
  if (flags & UNDEFINED) return { kind, name };
  return { kind, name, local: (flags & LOCAL) !== 0, segment: reader.unsigned(), offset: reader.unsigned(), size: reader.unsigned() };
}

const PART = { SEGMENTS: 5, SYMBOLS: 8 };

/** The symbols and the names of the data segments, from the section for linkers. */
function linking(body, importedNames) {
  const reader = new Reader(body);
  const found = { symbols: [], segmentNames: [] };
  reader.unsigned(); // the format's version
  while (reader.at < body.length) {
    const part = reader.byte();
    const end = reader.unsigned() + reader.at;
    if (part === PART.SYMBOLS) found.symbols = reader.list(() => symbol(reader, importedNames));
    if (part === PART.SEGMENTS) {
      found.segmentNames = reader.list(() => {
        const name = reader.text();
        reader.unsigned(); // alignment
        reader.unsigned(); // flags
        return name;
      });
    }
    reader.at = end;
  }
  return found;
}

// The kinds of relocations that put the address of data somewhere, and all that have an addend.
const ADDRESSES = new Set([3, 4, 5, 11, 14, 15, 16, 17]);
const WITH_ADDEND = new Set([...ADDRESSES, 8, 9, 21, 22, 23, 25]);

/** What of a section is filled in when it is linked: [{offset, symbol, addend}], those with addresses of data alone. */
function addresses(body) {
  const reader = new Reader(body);
  reader.unsigned(); // the section that they are of
  return reader.list(() => {
    const type = reader.byte();
    const [offset, index] = [reader.unsigned(), reader.unsigned()];
    return { type, offset, symbol: index, addend: WITH_ADDEND.has(type) ? reader.signed() : 0 };
  }).filter(({ type }) => ADDRESSES.has(type));
}

function importedFunctions(body) {
  const reader = new Reader(body);
  const limits = () => (reader.byte() & 1 ? [reader.unsigned(), reader.unsigned()] : [reader.unsigned()]);
  const skip = [() => reader.unsigned(), () => [reader.byte(), limits()], limits, () => [reader.byte(), reader.byte()], () => [reader.byte(), reader.unsigned()]];
  return reader.list(() => {
    reader.text();
    const name = reader.text(), kind = reader.byte();
    skip[kind]();
    return kind === 0 ? name : null;
  }).filter((name) => name !== null);
}

/** Where in a code section each function lies, behind the number of bytes that stands before it. */
function bodies(body) {
  const reader = new Reader(body);
  return reader.list(() => {
    const length = reader.unsigned(), start = reader.at;
    reader.at += length;
    return { start, end: reader.at };
  });
}

/**
 * An object file: `segments` [{name, bytes, start: where its bytes lie in the data section}], `symbols`, `functions`
 * [{name, start, end}] in the code section, and the addresses that its code and its data have in them.
 */
export function objectFile(bytes) {
  const all = sections(bytes);
  const body = (id, name = '') => all.find((section) => section.id === id && section.name === name)?.body;
  const imported = body(SECTION.IMPORT) ? importedFunctions(body(SECTION.IMPORT)) : [];
  const { symbols, segmentNames } = linking(body(SECTION.CUSTOM, 'linking'), imported);
  const data = body(SECTION.DATA);
  const functions = body(SECTION.CODE) ? bodies(body(SECTION.CODE)) : [];
  const relocated = (name) => (body(SECTION.CUSTOM, `reloc.${name}`) ? addresses(body(SECTION.CUSTOM, `reloc.${name}`)) : []);
  for (const { kind, index, name } of symbols) {
    if (kind === SYMBOL.FUNCTION && index >= imported.length) functions[index - imported.length].name = name;
  }
  return {
    symbols, functions,
    segments: data ? dataOf(data).map(({ bytes: own }, index) => ({ name: segmentNames[index], bytes: own, start: own.byteOffset - data.byteOffset })) : [],
    inCode: relocated('CODE'),
    inData: relocated('DATA'),
  };
}

/** The members of an archive by name. */
export function archive(bytes) {
  const members = new Map();
  let longNames = '';
  const text = (from, to) => decoder.decode(bytes.subarray(from, to)).trimEnd();
  for (let at = 8; at < bytes.length; ) {
    const name = text(at, at + 16), size = Number(text(at + 48, at + 58)), start = at + 60;
    const member = bytes.subarray(start, start + size);
    if (name === '//') longNames = decoder.decode(member);
    else if (/^\/\d+$/.test(name)) members.set(longNames.slice(Number(name.slice(1))).split('/\n', 1)[0], member);
    else if (name !== '/') members.set(name.replace(/\/$/, ''), member);
    at = start + size + (size & 1);
  }
  return members;
}
