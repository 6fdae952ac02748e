/** Gives a player what a link tells of: a program, and a moment of its run. */
import { momentFromHash } from './link';
import type { LoopScopeElement } from './loop_scope';

/** Rejects when the link is damaged. */
export async function openLink(player: LoopScopeElement, parts: URLSearchParams): Promise<void> {
  const moment = await momentFromHash(parts);
  if (moment.code !== undefined) {
    player.example = null;
    player.program = moment.code;
  } else if (moment.example !== undefined) player.example = moment.example;
  if (moment.files !== undefined) player.files = moment.files;
  await player.updateComplete;
  await player.loaded;
  await player.recall(moment);
}
