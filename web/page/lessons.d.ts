declare module 'virtual:lessons' {
  export interface Lesson {
    /** The file's name without `.py`: what `example` names. */
    readonly name: string;
    /** The first line of the docstring. */
    readonly title: string;
    /** The rest of it: what to look at. */
    readonly about: string;
  }
  export const LESSONS: readonly Lesson[];
}
