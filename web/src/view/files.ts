/** What lies beside the program: tabs over its box, and what stands there for a file that is no text. */
import { html, nothing } from 'lit';
import type { TemplateResult } from 'lit';
import { TEXT } from '../model/text';
import { tabs } from './box';

export interface FileLook {
  /** The reader has changed it. */
  readonly changed: boolean;
  /** What went wrong did so in it. */
  readonly failed: boolean;
}

/** What a tab stands for: a file's path, or '' for the program. */
export function fileTabs(paths: readonly string[], shown: string, look: (path: string) => FileLook, choose: (path: string) => void): TemplateResult {
  const words = (path: string): unknown => {
    const { changed, failed } = look(path);
    // Each is said to those who are read to, and seen as a sign.
    const sign = (is: boolean, name: 'changed' | 'failed'): unknown => (is ? html`<span class="sign ${name}" title=${TEXT.files[name]}><span class="unseen">(${TEXT.files[name]})</span></span>` : nothing);
    return html`${path || TEXT.files.program}${sign(changed, 'changed')}${sign(failed, 'failed')}`;
  };
  return html`<div class="file-tabs">${tabs(TEXT.files.label, ['', ...paths], shown, words, choose)}</div>`;
}

export function bytesView(path: string, content: Uint8Array): TemplateResult {
  return html`<div class="file-window" role="tabpanel" aria-label=${path} tabindex="0"><p class="empty">${TEXT.files.bytes(content.length)}</p></div>`;
}
