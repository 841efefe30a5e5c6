// The part of cli-progress that is used; the package brings no types.
declare module "cli-progress" {
  type Options = {
    readonly format: string;
    readonly barCompleteChar: string;
    readonly barIncompleteChar: string;
    readonly barsize: number;
    readonly hideCursor: boolean;
    readonly stream: NodeJS.WritableStream;
    readonly clearOnComplete: boolean;
  };
  class SingleBar {
    constructor(options: Options);
    start(total: number, value: number, payload: object): void;
    update(value: number, payload: object): void;
    stop(): void;
  }
  const progress: { readonly SingleBar: typeof SingleBar };
  export default progress;
}
