// The part of citation-js that the tests use; it comes without types.
declare module "@citation-js/core" {
  export const plugins: { readonly list: () => readonly string[] };
  export class Cite {
    constructor(input: string);
    readonly data: readonly object[];
  }
}
declare module "@citation-js/plugin-bibtex";
declare module "@citation-js/plugin-csl";
