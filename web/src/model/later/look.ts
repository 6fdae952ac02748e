/** What those who look for mistakes share. */
import type { EngineEvent } from '../../engine/events.generated';
import type { Recording } from '../recording';
import type { SourceLines } from './source_lines';

/** Whoever holds the loop shorter than this does no harm, in seconds. */
export const BLOCKS = 0.1;

export interface Look {
  readonly recording: Recording;
  readonly source: SourceLines;
  readonly length: number;
}

/** All events of a kind, with the position behind each. */
export function* all<K extends EngineEvent['kind']>({ recording: { log }, length }: Look, kind: K): Generator<[Extract<EngineEvent, { kind: K }>, number]> {
  for (let i = 0; i < length; i++) {
    if (log.kindAt(i) === kind) yield [log.at(i) as Extract<EngineEvent, { kind: K }>, i + 1];
  }
}
