/** Makes <loop-scope> an element of this page, with the engine and the lessons that lie beside this module. */
import { loadEngine } from '../engine/index';
import { LoopScopeElement } from './loop_scope';

declare const LOOPSCOPE_ROOT: string;

// An engine runs one program at a time, so each player has its own; they share the compiled module.
LoopScopeElement.engine = () => loadEngine();
LoopScopeElement.examples = examplesBeside(import.meta.url);

/** Null where this module has no address that others could lie beside: in a document that is text alone. */
function examplesBeside(address: string): URL | null {
  try {
    return new URL(`${LOOPSCOPE_ROOT}examples/`, address);
  } catch {
    return null;
  }
}

if (!customElements.get('loop-scope')) customElements.define('loop-scope', LoopScopeElement);

declare global {
  interface HTMLElementTagNameMap {
    'loop-scope': LoopScopeElement;
  }
}

export { LoopScopeElement };
