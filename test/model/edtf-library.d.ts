// The part of the edtf library that the tests use; it has no types of its own.
declare module "edtf" {
  const read: (text: string) => { readonly min: number; readonly max: number };
  export default read;
}
