/**
 * The events of a run in little memory: columns of numbers, and each text once. An event is an object only while somebody
 * looks at it; a million of them need about 40 MB instead of 150.
 */
import { EVENT_FIELDS } from '../engine/events.generated';
import type { EngineEvent } from '../engine/events.generated';

export type Kind = EngineEvent['kind'];

/** Whatever gives the events of a run by their number; an array does. */
export interface EventSource {
  at(index: number): EngineEvent | undefined;
}

const FIRST_ROOM = 1024;
const NUMBER_OF: ReadonlyMap<string, number> = new Map(EVENT_FIELDS.map((row, number) => [row.kind, number]));

/** A real number as the two words in which it is kept. */
const real = new Float64Array(1);
const halves = new Uint32Array(real.buffer);

export class PackedEvents implements EventSource {
  private kinds = new Uint8Array(FIRST_ROOM);
  private times = new Float64Array(FIRST_ROOM);
  /** Where each event's fields begin among the words. */
  private places = new Uint32Array(FIRST_ROOM);
  private words = new Uint32Array(FIRST_ROOM * 4);
  private used = 0;
  private count = 0;
  private readonly texts: string[] = [];
  private readonly numberOfText = new Map<string, number>();

  get length(): number {
    return this.count;
  }

  push(event: EngineEvent): void {
    if (this.count === this.kinds.length) this.growEvents();
    const number = NUMBER_OF.get(event.kind);
    if (number === undefined) throw new Error(`no such kind of event: ${event.kind}`);
    this.kinds[this.count] = number;
    this.times[this.count] = event.time;
    this.places[this.count] = this.used;
    this.count++;
    for (const field of EVENT_FIELDS[number]?.fields ?? []) {
      const value = (event as unknown as Record<string, string | number>)[field.name] ?? 0;
      if (field.type === 'real') this.pushReal(Number(value));
      else this.pushWord(field.type === 'text' ? this.textNumber(String(value)) : Number(value));
    }
  }

  at(index: number): EngineEvent | undefined {
    const row = index >= 0 && index < this.count ? EVENT_FIELDS[this.kinds[index] ?? 0] : undefined;
    if (!row) return undefined;
    const event: Record<string, string | number> = { kind: row.kind, time: this.times[index] ?? 0 };
    let place = this.places[index] ?? 0;
    for (const field of row.fields) {
      const word = this.words[place++] ?? 0;
      if (field.type === 'text') event[field.name] = this.texts[word] ?? '';
      else if (field.type === 'real') event[field.name] = this.realOf(word, this.words[place++] ?? 0);
      else event[field.name] = word;
    }
    return event as unknown as EngineEvent;
  }

  /** Which kind the event is of, without making it an object. */
  kindAt(index: number): Kind | undefined {
    return index >= 0 && index < this.count ? EVENT_FIELDS[this.kinds[index] ?? 0]?.kind : undefined;
  }

  /** The clock's seconds at the event. */
  timeAt(index: number): number {
    return this.times[index] ?? 0;
  }

  /** The event's first field, which must be a number: a line's number, a task's id. */
  firstAt(index: number): number {
    return this.words[this.places[index] ?? 0] ?? 0;
  }

  private textNumber(text: string): number {
    const known = this.numberOfText.get(text);
    if (known !== undefined) return known;
    this.numberOfText.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }

  private pushReal(value: number): void {
    real[0] = value;
    const [low = 0, high = 0] = halves;
    this.pushWord(low);
    this.pushWord(high);
  }

  private realOf(low: number, high: number): number {
    halves[0] = low;
    halves[1] = high;
    return real[0] ?? 0;
  }

  private pushWord(value: number): void {
    if (this.used === this.words.length) this.words = grown(this.words, new Uint32Array(this.used * 2));
    this.words[this.used++] = value;
  }

  private growEvents(): void {
    const room = this.count * 2;
    this.kinds = grown(this.kinds, new Uint8Array(room));
    this.times = grown(this.times, new Float64Array(room));
    this.places = grown(this.places, new Uint32Array(room));
  }
}

/** A longer array with what was in the shorter one. */
export function grown<T extends Uint8Array | Uint16Array | Uint32Array | Float64Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
