import { cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { defineConfig } from 'vite';
import type { Plugin } from 'vite';

const root = resolve(import.meta.dirname, 'page');
const examples = resolve(import.meta.dirname, '../examples');
const fakeEngine = process.env['LOOPSCOPE_FAKE_ENGINE'] === '1';

interface Lesson {
  readonly name: string;
  readonly title: string;
  readonly about: string;
}

interface Group {
  readonly title: string;
  readonly lessons: readonly Lesson[];
}

/** The lesson that a first visit sees. */
const FIRST = '02_two_tasks';

/** What stands in a player's place while it does not come. */
const LATE =
  '<p class="late">The player needs JavaScript and WebAssembly. If it does not appear, reload the page or open it in a newer browser.</p>';

/** The lessons in their order, from `examples/lessons.json`. */
function readGroups(): Group[] {
  const groups = JSON.parse(readFileSync(join(examples, 'lessons.json'), 'utf8')) as { title: string; lessons: string[] }[];
  return groups.map(({ title, lessons }) => ({
    title,
    lessons: lessons.map((name) => ({ name, ...docstring(readFileSync(join(examples, `${name}.py`), 'utf8')) })),
  }));
}

/** A lesson's docstring: its first line is the title, the rest says what to look at. */
function docstring(source: string): { title: string; about: string } {
  const text = /^\s*(?:#[^\n]*\n\s*)*[rR]?("""|''')([\s\S]*?)\1/.exec(source)?.[2] ?? '';
  const [title = '', ...rest] = text.trim().split('\n');
  return { title: title.trim(), about: rest.join(' ').replace(/\s+/g, ' ').trim() };
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0).toString()};`);
}

function listOf({ title, lessons }: Group): string {
  const id = `group-${title.toLowerCase().replace(/\W+/g, '-')}`;
  const items = lessons.map(({ name, title: of, about }) => {
    const number = /^\d+/.exec(name)?.[0] ?? '';
    return `<li><a href="#example=${name}" data-about="${escape(about)}"><small>${number}</small><span>${escape(of)}</span></a></li>`;
  });
  return `<p id="${id}">${escape(title)}</p><ol aria-labelledby="${id}">${items.join('')}</ol>`;
}

/** A lesson's program as it stands in a page, as no script of the page's own. */
function programOf({ name }: Lesson): string {
  const text = readFileSync(join(examples, `${name}.py`), 'utf8');
  if (text.includes('</script')) throw new Error(`${name}.py cannot stand in a page`);
  return `<script type="text/x-python" id="first" data-lesson="${name}">${text}</script>`;
}

/** The list of lessons is in the page as it is sent, with the first one's program; the others lie beside it, where the player fetches them. */
function lessons(): Plugin {
  return {
    name: 'lessons',
    transformIndexHtml(page) {
      const groups = readGroups();
      const first = groups.flatMap((group) => group.lessons).find(({ name }) => name === FIRST);
      const options = groups.flatMap((group) => group.lessons).map(({ name, title }) => `<option value="${name}" label="${escape(title)}"></option>`);
      return page
        .replace('<!-- icon -->', readFileSync(join(root, 'public', 'icon.svg'), 'utf8').trim().replace('<svg', '<svg width="28" height="28" aria-hidden="true"'))
        .replace('<!-- options -->', options.join(''))
        .replace('<!-- late -->', LATE)
        .replace('<!-- first -->', first ? programOf(first) : '')
        .replace('<!-- lessons -->', groups.map(listOf).join(''))
        .replace('<!-- title -->', escape(first?.title ?? ''))
        .replace('<!-- about -->', escape(first?.about ?? ''));
    },
    configureServer(server) {
      server.middlewares.use('/examples', (request, response, next) => {
        const file = join(examples, basename(decodeURIComponent((request.url ?? '').split('?')[0] ?? '')));
        if (!file.endsWith('.py') || !existsSync(file)) return next();
        response.setHeader('Content-Type', 'text/x-python; charset=utf-8');
        response.end(readFileSync(file));
      });
    },
    writeBundle(options) {
      const target = join(options.dir ?? '', 'examples');
      mkdirSync(join(target, 'embed'), { recursive: true });
      for (const { name } of readGroups().flatMap((group) => group.lessons)) cpSync(join(examples, `${name}.py`), join(target, `${name}.py`));
      const embed = join(examples, 'embed');
      if (existsSync(embed)) cpSync(embed, join(target, 'embed'), { recursive: true });
    },
  };
}

/** Built pages carry the policy that they keep to. While developing, the server adds scripts that it would forbid. */
function policy(): Plugin {
  const content = [
    "default-src 'none'",
    "script-src 'self' 'wasm-unsafe-eval'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "font-src 'self'",
  ].join('; ');
  return {
    name: 'policy',
    apply: 'build',
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content }, injectTo: 'head-prepend' },
    ],
  };
}

/** Styles are text in the scripts, which nobody else makes smaller: without indents and line ends they say the same. */
function slimStyles(): Plugin {
  return {
    name: 'slim-styles',
    apply: 'build',
    transform: (code, id) => (/[/\\]view[/\\]styles\w*\.ts$/.test(id) ? code.replace(/\/\*[^*]*\*\//g, '').replace(/\n\s+/g, '\n').replace(/([{;,])\n/g, '$1') : null),
  };
}

/** The lessons as a module, for the player in one file. */
function lessonModule(): Plugin {
  const id = 'virtual:lessons';
  const texts = (): unknown[] => readGroups().flatMap(({ lessons: all }) => all.map(({ name, title }) => ({ name, title, text: readFileSync(join(examples, `${name}.py`), 'utf8') })));
  return {
    name: 'lesson-module',
    resolveId: (wanted) => (wanted === id ? id : null),
    load: (wanted) => (wanted === id ? `export default ${JSON.stringify(texts())}` : null),
  };
}

/** In one file the engine is in one piece. */
function wholeEngine(): Plugin {
  const wasm = resolve(import.meta.dirname, '../build/wasm');
  const none = '\0no-rest';
  return {
    name: 'whole-engine',
    enforce: 'pre',
    resolveId: (id) => (id.endsWith('/split/loopscope.wasm?url') ? `${join(wasm, 'loopscope.wasm')}?url` : id.endsWith('/split/rest.wasm?url') ? none : null),
    load: (id) => (id === none ? "export default ''" : null),
  };
}

/** The loader names the engine's file too, for those who do not hand it over: it must not be in what is built twice. */
function handedOver(): Plugin {
  return {
    name: 'handed-over',
    transform: (code, id) => (id.endsWith('loopscope.mjs') ? code.replace(/new URL\(["']loopscope\.wasm["'],\s*import\.meta\.url\)\.(?:href|toString\(\))/g, '""') : null),
  };
}

/** Puts styles and script into the page: `single.html` is all there is. */
function oneFile(): Plugin {
  const put = (page: string, mark: string, text: string): string => page.split(mark).join(text);
  return {
    name: 'one-file',
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const [name, script] = Object.entries(bundle).find(([, part]) => part.type === 'chunk') ?? [];
        if (name === undefined || script?.type !== 'chunk') return;
        delete bundle[name];
        const page = put(readFileSync(join(root, 'single.html'), 'utf8'), '/* style */', readFileSync(join(root, 'site.css'), 'utf8'));
        this.emitFile({ type: 'asset', fileName: 'loopscope-single.html', source: put(page, '/* script */', script.code.replace(/<\/script/g, '<\\/script')) });
      },
    },
  };
}

/** The second build: one file with everything in it. */
const single = process.env['LOOPSCOPE_SINGLE'] === '1';

/** Looks at the page without the engine: the tests' replayed logs stand in for it. */
function fake(): Plugin {
  const stand = resolve(import.meta.dirname, '../tests/web/fake_engine.ts');
  return {
    name: 'fake-engine',
    enforce: 'pre',
    resolveId: (id, importer) => (id.endsWith('/engine/index') && importer?.includes('/element/') ? stand : null),
  };
}

const singleFile = defineConfig({
  root,
  publicDir: false,
  plugins: [lessonModule(), wholeEngine(), handedOver(), slimStyles(), oneFile()],
  define: { LOOPSCOPE_ROOT: JSON.stringify('./') },
  build: {
    outDir: resolve(import.meta.dirname, '..', process.env['LOOPSCOPE_OUT'] ?? 'dist'),
    emptyOutDir: false,
    target: 'es2022',
    modulePreload: false,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    rollupOptions: { input: resolve(root, 'single.ts'), output: { inlineDynamicImports: true } },
  },
});

const site = defineConfig(({ command }) => ({
  root,
  base: './',
  // A file that is not there is not there: no page stands in for it.
  appType: 'mpa',
  publicDir: resolve(root, 'public'),
  plugins: [lessons(), policy(), handedOver(), slimStyles(), ...(fakeEngine ? [fake()] : [])],
  // The built player is loop-scope.js, beside the folder of the lessons.
  define: { LOOPSCOPE_ROOT: JSON.stringify(command === 'build' ? './' : '/') },
  server: { fs: { allow: [resolve(import.meta.dirname, '..')] } },
  build: {
    outDir: resolve(import.meta.dirname, '..', process.env['LOOPSCOPE_OUT'] ?? 'dist'),
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rollupOptions: {
      preserveEntrySignatures: 'allow-extension',
      input: {
        index: resolve(root, 'index.html'),
        embed: resolve(root, 'embed.html'),
        compare: resolve(root, 'compare.html'),
        'loop-scope': resolve(import.meta.dirname, 'src/element/register.ts'),
      },
      output: {
        entryFileNames: (chunk) => (chunk.name === 'loop-scope' ? '[name].js' : 'assets/[name]-[hash].js'),
        chunkFileNames: 'assets/[name]-[hash].js',
        manualChunks: (id) => {
          // It is loaded when the editor first has the focus.
          if (/@codemirror[/\\]autocomplete/.test(id)) return undefined;
          // The editor comes when the reader comes near the program.
          if (/[/\\]view[/\\]source(_marks|_problem|_breakpoints|_language)?\.ts|@codemirror|@lezer|style-mod|w3c-keyname|crelt|find-cluster-break/.test(id)) return 'editor';
          // What is opened later is loaded later.
          if (/[/\\]later[/\\]|[/\\](compare|compare_styles|same_axis)\.ts$/.test(id)) return undefined;
          return /[/\\]web[/\\]src[/\\]|[/\\]node_modules[/\\]|fake_engine|scenarios|simulator/.test(id) ? 'loop-scope' : undefined;
        },
      },
    },
  },
}));

export default single ? singleFile : site;
