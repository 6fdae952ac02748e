declare module '*/loopscope.mjs' {
  /** A `Loader` (module.ts); an ambient module cannot name a type of ours. */
  const loader: unknown;
  export default loader;
}
declare module '*/split/lessons.mjs' {
  /** Fingerprints of the lessons' programs. */
  export const LESSONS: readonly number[];
}
declare module '*.wasm?url' {
  const url: string;
  export default url;
}
