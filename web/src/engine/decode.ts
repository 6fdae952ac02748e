/** From the engine's binary records (see engine/include/loopscope/trace.h) to events. */
import { EVENT_FIELDS, type EngineEvent } from './events.generated';

const text = new TextDecoder();

/** A word with this bit is a whole LINE: the rest is its line, all else as in the LINE before. */
const LINE_AGAIN = 0x80000000;

/** Decodes a run of whole records. The bytes are copied out; events hold no reference to them. */
export function decodeEvents(bytes: Uint8Array): EngineEvent[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const events: EngineEvent[] = [];
  let lastLine: EngineEvent | undefined;
  let at = 0;
  while (at < bytes.byteLength) {
    const head = view.getUint32(at, true);
    if (head >= LINE_AGAIN) {
      if (lastLine === undefined) throw new Error('malformed event record');
      events.push({ ...lastLine, line: head - LINE_AGAIN } as EngineEvent);
      at += 4;
      continue;
    }
    const end = at + (head >>> 8) * 4;
    const row = EVENT_FIELDS[head & 0xff];
    if (row === undefined || end <= at || end > bytes.byteLength) throw new Error('malformed event record');
    const event: Record<string, string | number> = { kind: row.kind, time: view.getFloat64(at + 4, true) };
    at += 12;
    for (const field of row.fields) {
      if (field.type === 'real') {
        event[field.name] = view.getFloat64(at, true);
        at += 8;
      } else if (field.type === 'text') {
        const length = view.getUint32(at, true);
        event[field.name] = text.decode(bytes.subarray(at + 4, at + 4 + length));
        at += 4 + ((length + 3) & ~3);
      } else {
        event[field.name] = view.getUint32(at, true);
        at += 4;
      }
    }
    at = end;
    const made = event as unknown as EngineEvent;
    if (made.kind === 'LINE') lastLine = made;
    events.push(made);
  }
  return events;
}
