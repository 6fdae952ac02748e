import js from '@eslint/js';
import tseslint from 'typescript-eslint';

const typescript = ['web/**/*.ts', 'tests/web/**/*.ts'];
const defaultExport = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name, so that a thing has one name everywhere.',
};

/** Rooms see only what lies to their left: model, view, element, page. */
const mayNotImport = (...folders) => ({
  'no-restricted-imports': [
    'error',
    { patterns: folders.map((folder) => ({ group: [`**/${folder}/**`], message: `This room does not know ${folder}.` })) },
  ],
});

export default tseslint.config(
  { ignores: ['dist/**', 'build/**', 'node_modules/**', 'web/src/engine/events.generated.ts', '**/*.d.ts', 'web/*.config.ts'] },
  {
    files: typescript,
    extends: [js.configs.recommended, ...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    rules: {
      'no-restricted-syntax': ['error', defaultExport],
      'max-lines': ['error', { max: 1500 }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }],
      // The compiler option asks for brackets where a name comes from an index signature.
      '@typescript-eslint/dot-notation': 'off',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/explicit-function-return-type': ['error', { allowExpressions: true, allowTypedFunctionExpressions: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    files: ['web/src/model/**/*.ts'],
    rules: mayNotImport('view', 'element', 'page', 'lit'),
  },
  {
    files: ['web/src/view/**/*.ts'],
    rules: mayNotImport('element', 'page'),
  },
  {
    files: ['web/page/**/*.ts'],
    rules: mayNotImport('engine'),
  },
  {
    files: ['tests/web/**/*.mjs'],
    extends: [js.configs.recommended],
    languageOptions: { globals: { process: 'readonly', console: 'readonly', URL: 'readonly', URLSearchParams: 'readonly', Buffer: 'readonly', setTimeout: 'readonly', document: 'readonly', Event: 'readonly', location: 'readonly', getComputedStyle: 'readonly', fetch: 'readonly', requestAnimationFrame: 'readonly', innerWidth: 'readonly', scrollY: 'readonly', performance: 'readonly' } },
  },
);
