// What the stages of reading hand to one another before it is known who the actors are.
import type { Attribution, LocalActor, Mention, Problem, View } from "../model/reading.js";
import type { Range } from "../model/span.js";

/** An attribution whose source, addressee and chain are still words; the actors are resolved by a later stage. */
export type RawAttribution = Omit<Attribution, "speakers" | "addressee" | "via"> & {
  readonly continues: number | null; // index of the attribution whose running speaker goes on speaking, where no source is named
  readonly addressee: Range | null;
  readonly settled?: boolean; // false: told of no single occasion ("has often said"), so that no date may be carried to it
  readonly scene?: (Pick<Attribution, "date" | "channel"> & { readonly subject: Range }) | null; // whom, when and by which channel the sentence before tells of
  readonly byWriting?: boolean; // the source is a writing ("the document"): its author speaks, where one can be told
  readonly storyDay?: Attribution["date"]; // at which day the report has arrived there: of a saying that nothing else dates
  readonly author?: Range | null; // the words before that name that author
  readonly unnamed?: "spokesperson" | "pronoun" | null; // the source is "a spokesman" or "she": who stands behind may be told by what is before
  readonly via: readonly Range[]; // the chain as told, outermost first: each the words that name the medium or the teller
};

/** A view whose source is still words. */
export type RawView = Omit<View, "speakers">;

/** Who is who in one document. */
export type ActorResolution = {
  readonly actors: readonly LocalActor[];
  readonly mentions: readonly Mention[];
  readonly problems: readonly Problem[];
  /** The actors that the words at `range` name or refer to: one for "he", two for "the United States and NATO", none where undecided. */
  readonly resolve: (range: Range) => readonly number[];
};
