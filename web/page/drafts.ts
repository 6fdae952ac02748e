/** What the learner made of a lesson's program, kept where the browser allows it. */

const KEY = 'loopscope-draft:';
/** A draft is a lesson's size; what is longer than this is not worth the reader's storage. */
const LONGEST = 100_000;

export function readDraft(lesson: string): string | null {
  try {
    return localStorage.getItem(KEY + lesson);
  } catch {
    return null;
  }
}

export function keepDraft(lesson: string, text: string): void {
  try {
    if (text.length <= LONGEST) localStorage.setItem(KEY + lesson, text);
  } catch {
    // Without storage, or with a full one, the draft lasts as long as it is on the screen.
  }
}

export function forgetDraft(lesson: string): void {
  try {
    localStorage.removeItem(KEY + lesson);
  } catch {
    // There is nothing to forget.
  }
}
