/** A program and a moment of its run as the part of an address behind `#`, compressed. */

/** What a link brings back. */
export interface Moment {
  /** The program, when it is not a lesson as it stands. */
  readonly code?: string;
  /** A lesson's name. */
  readonly example?: string;
  readonly clock: 'virtual' | 'real';
  /** How many events have happened; 0: it has not run. */
  readonly at: number;
  readonly view: 'simple' | 'full';
  /** The open side, what is open over the boxes (''; nothing), the chosen task, and the lines with breakpoints. */
  readonly side: string;
  readonly drawer: string;
  readonly task: number;
  readonly stops: readonly number[];
}

/** Longer texts make addresses that browsers and chats cut. */
export const LONGEST_CODE = 64_000;

export async function momentToHash(moment: Moment): Promise<string> {
  const parts = new URLSearchParams();
  if (moment.example) parts.set('example', moment.example);
  if (moment.code !== undefined) parts.set('code', await pack(moment.code));
  if (moment.clock === 'real') parts.set('clock', 'real');
  if (moment.at > 0) parts.set('at', moment.at.toString());
  if (moment.view === 'simple') parts.set('view', moment.view);
  if (moment.side !== '' && moment.side !== 'waiting') parts.set('side', moment.side);
  if (moment.drawer !== '') parts.set('drawer', moment.drawer);
  if (moment.task > 0) parts.set('task', moment.task.toString());
  if (moment.stops.length > 0) parts.set('stops', moment.stops.join('.'));
  return parts.toString();
}

/** Rejects when the code in it was damaged. */
export async function momentFromHash(parts: URLSearchParams): Promise<Moment> {
  const code = parts.get('code');
  const example = parts.get('example');
  return {
    ...(code === null ? {} : { code: await unpack(code) }),
    ...(example === null ? {} : { example }),
    clock: parts.get('clock') === 'real' ? 'real' : 'virtual',
    at: count(parts.get('at')),
    view: parts.get('view') === 'simple' ? 'simple' : 'full',
    side: parts.get('side') ?? '',
    drawer: parts.get('drawer') ?? '',
    task: count(parts.get('task')),
    stops: (parts.get('stops') ?? '').split('.').map(count).filter((line) => line > 0),
  };
}

function count(text: string | null): number {
  const number = Number(text ?? 0);
  return Number.isSafeInteger(number) && number > 0 ? number : 0;
}

async function through(bytes: Uint8Array, stream: CompressionStream | DecompressionStream): Promise<Uint8Array> {
  return new Uint8Array(await new Response(new Blob([bytes as BlobPart]).stream().pipeThrough(stream)).arrayBuffer());
}

async function pack(text: string): Promise<string> {
  const bytes = await through(new TextEncoder().encode(text), new CompressionStream('deflate-raw'));
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** The text of a packed program; rejects when it was damaged. */
export async function unpack(packed: string): Promise<string> {
  const binary = atob(packed.replace(/-/g, '+').replace(/_/g, '/'));
  const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
  return new TextDecoder('utf-8', { fatal: true }).decode(await through(bytes, new DecompressionStream('deflate-raw')));
}
