// The part of jsonld that the tests use; it comes without types.
declare module "jsonld" {
  type Options = { readonly safe?: boolean; readonly documentLoader?: (url: string) => Promise<object> };
  const processor: {
    readonly expand: (document: object, options?: Options) => Promise<readonly object[]>;
    readonly toRDF: (document: object, options?: Options) => Promise<unknown>;
  };
  export default processor;
}
