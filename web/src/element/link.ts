/** A program and a moment of its run as the part of an address behind `#`, compressed. */

import type { LinesByFile } from '../model/places';

/** Text or bytes by path. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** What a link brings back. */
export interface Moment {
  /** The program, when it is not a lesson as it stands. */
  readonly code?: string;
  /** What lies beside the program. */
  readonly files?: Files;
  /** A lesson's name. */
  readonly example?: string;
  readonly clock: 'virtual' | 'real';
  /** How many events have happened; 0: it has not run. */
  readonly at: number;
  readonly view: 'simple' | 'full';
  /** The open side, what is open over the boxes (''; nothing), the chosen task, and the lines with breakpoints. */
  readonly side: string;
  /** The file that is shown in the program's place; '': none. */
  readonly file: string;
  readonly drawer: string;
  readonly task: number;
  readonly stops: LinesByFile;
}

/** Longer texts make addresses that browsers and chats cut. */
export const LONGEST_CODE = 64_000;

export async function momentToHash(moment: Moment): Promise<string> {
  const parts = new URLSearchParams();
  if (moment.example) parts.set('example', moment.example);
  if (moment.code !== undefined) parts.set('code', await pack(moment.code));
  if (moment.files !== undefined) parts.set('files', await pack(filesToText(moment.files)));
  if (moment.file !== '') parts.set('file', moment.file);
  if (moment.clock === 'real') parts.set('clock', 'real');
  if (moment.at > 0) parts.set('at', moment.at.toString());
  if (moment.view === 'simple') parts.set('view', moment.view);
  if (moment.side !== '' && moment.side !== 'waiting') parts.set('side', moment.side);
  if (moment.drawer !== '') parts.set('drawer', moment.drawer);
  if (moment.task > 0) parts.set('task', moment.task.toString());
  const stops = stopsToText(moment.stops);
  if (stops !== '') parts.set('stops', stops);
  return parts.toString();
}

/** Rejects when the code in it was damaged. */
export async function momentFromHash(parts: URLSearchParams): Promise<Moment> {
  const code = parts.get('code');
  const files = parts.get('files');
  const example = parts.get('example');
  return {
    ...(code === null ? {} : { code: await unpack(code) }),
    ...(files === null ? {} : { files: await unpackFiles(files) }),
    ...(example === null ? {} : { example }),
    clock: parts.get('clock') === 'real' ? 'real' : 'virtual',
    at: count(parts.get('at')),
    view: parts.get('view') === 'simple' ? 'simple' : 'full',
    side: parts.get('side') ?? '',
    file: parts.get('file') ?? '',
    drawer: parts.get('drawer') ?? '',
    task: count(parts.get('task')),
    stops: stopsFromText(parts.get('stops') ?? ''),
  };
}

/** `3.5` are lines of the program; those of files stand behind it: `3.5|util.py:2.4`. */
function stopsToText(stops: LinesByFile): string {
  const marked = [...stops].filter(([, lines]) => lines.size > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  return marked.map(([file, lines]) => `${file && `${file}:`}${[...lines].join('.')}`).join('|');
}

function stopsFromText(text: string): LinesByFile {
  const stops = new Map<string, ReadonlySet<number>>();
  for (const part of text.split('|')) {
    const colon = part.lastIndexOf(':');
    const lines = part.slice(colon + 1).split('.').map(count).filter((line) => line > 0);
    if (lines.length > 0) stops.set(part.slice(0, Math.max(0, colon)), new Set(lines));
  }
  return stops;
}

function count(text: string | null): number {
  const number = Number(text ?? 0);
  return Number.isSafeInteger(number) && number > 0 ? number : 0;
}

async function through(bytes: Uint8Array, stream: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  return new Uint8Array(await new Response(new Blob([bytes as BlobPart]).stream().pipeThrough(stream)).arrayBuffer());
}

/** As JSON; bytes are one base64 text in an array. */
function filesToText(files: Files): string {
  return JSON.stringify(Object.fromEntries(Object.entries(files).map(([path, content]) => [path, typeof content === 'string' ? content : [base64(content)]])));
}

/** Packed files; rejects when they were damaged. */
export async function unpackFiles(packed: string): Promise<Files> {
  return filesFromText(await unpack(packed));
}

/** Throws when the text was damaged. */
function filesFromText(text: string): Files {
  const files: unknown = JSON.parse(text);
  if (typeof files !== 'object' || files === null) throw new Error('no files');
  return Object.fromEntries(
    Object.entries(files).map(([path, content]: [string, unknown]): [string, string | Uint8Array] => {
      const bytes: unknown = Array.isArray(content) ? content[0] : undefined;
      if (typeof content === 'string') return [path, content];
      if (typeof bytes === 'string') return [path, bytesOf(bytes)];
      throw new Error('no file');
    }),
  );
}

function base64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}

async function pack(text: string): Promise<string> {
  const bytes = await through(new TextEncoder().encode(text), new CompressionStream('deflate-raw'));
  return base64(bytes).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** The text of a packed program; rejects when it was damaged. */
export async function unpack(packed: string): Promise<string> {
  const bytes = bytesOf(packed.replace(/-/g, '+').replace(/_/g, '/'));
  return new TextDecoder('utf-8', { fatal: true }).decode(await through(bytes, new DecompressionStream('deflate-raw')));
}
