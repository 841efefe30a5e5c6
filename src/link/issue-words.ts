// The words that finding issues needs of a language.

/** The words that tell what an issue is about; lang/<code>/stances.ts fills them from tables. */
export type IssueWords = {
  /** The family of a word: "enlargement" and "expansion" are one matter. */
  readonly families: ReadonlyMap<string, string>;
  /** Words that turn a matter round ("no", "preventing"), that say nothing of it, that only carry it, that name it only where nothing stands behind them, */
  readonly turning: ReadonlySet<string>;
  /** Words that speak for neither way round ("a compromise on the embargo"). */
  readonly neutral: ReadonlySet<string>;
  readonly empty: ReadonlySet<string>;
  readonly carriers: ReadonlySet<string>;
  readonly wrappers: ReadonlySet<string>;
  /** that stand between two noun phrases, that stand for a whole demand or offer, that lead from a talk to its topic, that begin a relative clause, that lead on to the matter itself, that join a noun to what it is of, that tie two matters, that begin an infinitive, and that no label begins with. */
  readonly joints: ReadonlySet<string>;
  /** Words for a deal as a whole ("the agreement"). */
  readonly whole: ReadonlySet<string>;
  readonly vague: ReadonlySet<string>;
  readonly about: ReadonlySet<string>;
  readonly relative: ReadonlySet<string>;
  readonly leading: ReadonlySet<string>;
  readonly possession: ReadonlySet<string>;
  readonly ties: ReadonlySet<string>;
  readonly infinitive: ReadonlySet<string>;
  readonly opening: ReadonlySet<string>;
  /** Verbs of raising and what is raised ("raise the bid"), words that make a bid another one ("hostile"), of what prices are told, and in what. */
  readonly bettering: ReadonlySet<string>;
  readonly bidding: ReadonlySet<string>;
  readonly otherKind: ReadonlySet<string>;
  readonly priced: ReadonlySet<string>;
  readonly money: ReadonlySet<string>;
  /** The concept of a takeover, and the one of pay; the labels of a pay rise and an offer that only figures tell, with the word before the figure. */
  readonly bid: string;
  readonly pay: string;
  /** The concept of a rise. */
  readonly rise: string;
  readonly payLabel: string;
  readonly paySizeLabel: string; // where a figure of it is rejected
  readonly offerLabel: string;
  readonly amountLabel: string;
  /** Verbs that make a sentence of a label ("was", "would"). */
  readonly finite: ReadonlySet<string>;
  /** The -ing form of a verb: labels name an act by it ("Releasing the crew"). */
  readonly gerund: (verb: string) => string;
  /** What stands before the label of a matter turned round: "No". */
  readonly negator: string;
  /** Families of what parties do to get their way (a strike): who supports or plans it wants something else. */
  readonly means: ReadonlySet<string>;
  /** Words in the names of bodies that decide for themselves ("parliament", "court"). */
  readonly standsAlone: ReadonlySet<string>;
  /** The family of the dialogue itself. */
  readonly dialogue: string;
};
