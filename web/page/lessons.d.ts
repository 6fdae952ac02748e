declare module 'virtual:lessons' {
  /** The lessons with their programs, in order. */
  const lessons: readonly { readonly name: string; readonly title: string; readonly text: string }[];
  export default lessons;
}
