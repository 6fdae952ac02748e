/** What the menu does: files, links and exports. Loaded when it is first asked for something. */
import { traceOf } from '../../model/later/perfetto';
import { TEXT } from '../../model/text';
import type { MenuAction } from '../../view/controls';
import { timelinePng, timelineSvg } from '../../view/later/timeline_export';
import { LONGEST_CODE } from '../link';
import type { Player } from '../player';

export interface MoreHost {
  readonly player: Player;
  /** What is shown: the program, or a file beside it. */
  shown(): string;
  replace(text: string): void;
  link(): Promise<string>;
  /** Of files that are saved, without an ending. */
  readonly name: string;
  /** Of what is shown. */
  readonly file: string;
  /** Tells the reader something. */
  say(words: string): void;
  readonly style: CSSStyleDeclaration;
}

export async function doMore(what: MenuAction, host: MoreHost): Promise<void> {
  switch (what) {
    case 'open':
      { openFile(host); return; }
    case 'save':
      { save(host.file, host.file.endsWith('.py') ? 'text/x-python' : 'text/plain', host.shown()); return; }
    case 'link':
      return copyLink(host);
    case 'compare':
      return compare(host);
    case 'trace':
      return withRun(host, () => save(`${host.name}.trace.json`, 'application/json', traceOf(host.player.cursor.recording)));
    case 'svg':
      return withRun(host, () => save(`${host.name}.svg`, 'image/svg+xml', timelineSvg(host.player.cursor, host.style)));
    case 'png':
      return withRun(host, async () => {
        const picture = await timelinePng(host.player.cursor, host.style);
        if (picture) save(`${host.name}.png`, 'image/png', picture);
      });
    case 'help':
  }
}

async function withRun(host: MoreHost, act: () => unknown): Promise<void> {
  if (host.player.cursor.recording.length === 0) host.say(TEXT.more.nothing);
  else await act();
}

function save(name: string, type: string, content: string | Blob): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun by then.
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

function openFile(host: MoreHost): void {
  const field = document.createElement('input');
  field.type = 'file';
  field.accept = '.py,text/x-python,text/plain';
  field.onchange = (): void => {
    const [file] = field.files ?? [];
    if (!file) return;
    if (file.size > LONGEST_CODE * 4) host.say(TEXT.more.tooLong);
    else void file.text().then((text) => host.replace(text.replace(/\r\n?/g, '\n')));
  };
  field.click();
}

async function copyLink(host: MoreHost): Promise<void> {
  const address = `${location.href.replace(/#.*$/, '')}#${await host.link()}`;
  try {
    await navigator.clipboard.writeText(address);
    host.say(TEXT.more.copied);
  } catch {
    host.say(TEXT.more.notCopied(address));
  }
}

/** The page that compares lies beside the one that the player stands in. A lesson that was changed is compared with itself as it was. */
async function compare(host: MoreHost): Promise<void> {
  const wanted = new URLSearchParams(await host.link());
  const sides = new URLSearchParams();
  const [lesson, code] = [wanted.get('example'), wanted.get('code')];
  if (lesson !== null) sides.set('left', lesson);
  const side = lesson === null ? 'left' : 'right';
  if (code !== null) sides.set(`${side}Code`, code);
  const files = wanted.get('files');
  if (code !== null && files !== null) sides.set(`${side}Files`, files);
  location.assign(`${new URL('compare.html', import.meta.url.replace(/assets\/[^/]*$/, '')).href}#${sides.toString()}`);
}
