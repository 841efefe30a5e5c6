// What a training is made with: folds, seeds, epochs, and how many features of each model are kept.

export type Recipe = {
  readonly folds: number;
  readonly seeds: readonly number[];
  readonly epochs: {
    readonly first: number;
    readonly tagger: number;
    readonly parser: number;
    readonly relations: number;
    readonly punctuation: number;
    readonly names: number;
    readonly fold: number;
  };
  /** Most features that are kept of each model. */
  readonly most: {
    readonly first: number;
    readonly tagger: number;
    readonly parser: number;
    readonly relations: number;
    readonly punctuation: number;
    readonly names: number;
  };
};

export const recipe: Recipe = {
  folds: 5,
  seeds: [1, 2, 3, 4, 5, 6],
  epochs: { first: 4, tagger: 8, parser: 16, relations: 10, punctuation: 2, names: 5, fold: 4 },
  most: { first: 40_000, tagger: 110_000, parser: 600_000, relations: 170_000, punctuation: 80_000, names: 70_000 },
};

/** A rougher layer in a quarter of the time, to try things. */
export const quickRecipe: Recipe = {
  ...recipe,
  seeds: [1],
  epochs: { first: 3, tagger: 5, parser: 5, relations: 5, punctuation: 2, names: 6, fold: 3 },
};

export type Tell = (line: string) => void;
