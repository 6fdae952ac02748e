declare module '*/loopscope.mjs' {
  /** A `Loader` (module.ts); an ambient module cannot name a type of ours. */
  const loader: unknown;
  export default loader;
}
declare module '*.wasm?url' {
  const url: string;
  export default url;
}
