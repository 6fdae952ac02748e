import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
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

function readLessons(): Lesson[] {
  return readdirSync(examples)
    .filter((file) => file.endsWith('.py'))
    .sort()
    .map((file) => ({ name: basename(file, '.py'), ...docstring(readFileSync(join(examples, file), 'utf8')) }));
}

/** A lesson's docstring: its first line is the title, the rest says what to look at. */
function docstring(source: string): { title: string; about: string } {
  const text = /^\s*(?:#[^\n]*\n\s*)*[rR]?("""|''')([\s\S]*?)\1/.exec(source)?.[2] ?? '';
  const [title = '', ...rest] = text.trim().split('\n');
  return { title: title.trim(), about: rest.join('\n').trim() };
}

/** The lessons' list as a module, and the programs themselves beside the page, where the player fetches them. */
function lessons(): Plugin {
  const name = 'virtual:lessons';
  return {
    name: 'lessons',
    resolveId: (id) => (id === name ? `\0${name}` : null),
    load: (id) => (id === `\0${name}` ? `export const LESSONS = ${JSON.stringify(readLessons())};` : null),
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
      for (const { name: lesson } of readLessons()) cpSync(join(examples, `${lesson}.py`), join(target, `${lesson}.py`));
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

/** Looks at the page without the engine: the tests' replayed logs stand in for it. */
function fake(): Plugin {
  const stand = resolve(import.meta.dirname, '../tests/web/fake_engine.ts');
  return {
    name: 'fake-engine',
    enforce: 'pre',
    resolveId: (id, importer) => (id.endsWith('/engine/index') && importer?.includes('/element/') ? stand : null),
  };
}

export default defineConfig(({ command }) => ({
  root,
  base: './',
  publicDir: resolve(root, 'public'),
  plugins: [lessons(), policy(), ...(fakeEngine ? [fake()] : [])],
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
      preserveEntrySignatures: 'exports-only',
      input: {
        index: resolve(root, 'index.html'),
        embed: resolve(root, 'embed.html'),
        'loop-scope': resolve(import.meta.dirname, 'src/element/register.ts'),
      },
      output: {
        entryFileNames: (chunk) => (chunk.name === 'loop-scope' ? '[name].js' : 'assets/[name]-[hash].js'),
        chunkFileNames: 'assets/[name]-[hash].js',
        manualChunks: (id) =>
          /[/\\]web[/\\]src[/\\]|[/\\]node_modules[/\\]|fake_engine|scenarios|simulator/.test(id) ? 'loop-scope' : undefined,
      },
    },
  },
}));
