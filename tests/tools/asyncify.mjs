// Which functions of a WebAssembly module Asyncify has instrumented, read from its text form (wasm-dis).

/** The functions that read or write Asyncify's state, by their index in the module; its own exports apart. */
export function instrumentedFunctions(wat) {
  const imported = [...wat.matchAll(/^ \(import .*\(func /gm)].length; // wasm-dis counts the module's own functions from 0
  const own = new Set([...wat.matchAll(/\(export "asyncify_\w+" \(func \$(\d+)\)\)/g)].map((match) => match[1]));
  const functions = wat.split(/^ \(func \$/m).slice(1).map((text) => ({ index: /^\d+/.exec(text)?.[0], text }));
  // asyncify_get_state does nothing but read the global that says whether the stack is being unwound or rewound.
  const getter = /\(export "asyncify_get_state" \(func \$(\d+)\)\)/.exec(wat)?.[1];
  const state = /global\.get (\$\S+?)\)?$/m.exec(functions.find(({ index }) => index === getter)?.text ?? '')?.[1];
  if (state === undefined) throw new Error('the module has no asyncify_get_state');
  const touches = new RegExp(`global\\.[gs]et ${state.replaceAll('$', '\\$')}\\b`);
  return functions.filter(({ index, text }) => !own.has(index) && touches.test(text)).map(({ index }) => imported + Number(index));
}

/** What is wrong with the list, one line for each name; empty when both say the same. */
export function compareList(listed, instrumented) {
  return [
    ...listed.filter((name) => !instrumented.includes(name)).map((name) => `${name} is listed but not instrumented`),
    ...instrumented.filter((name) => !listed.includes(name)).map((name) => `${name} is instrumented but not listed`),
  ];
}
