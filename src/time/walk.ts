// All courses at once: which phrasings the heads of a text can be, told by one step a head. The states are made when they are
// first reached (as lazy automata do, Aho, Sethi & Ullman 1986, 3.7), so that most heads of a text cost one look into a list.
import type { Place, Way } from "./course.js";
import type { Heads } from "./vocabulary.js";

/** Where the courses can stand together; `complete`: phrasings that can end here. `next`: by head; null where none goes on. */
type State = {
  readonly ways: readonly Way[];
  readonly complete: readonly number[];
  readonly next: (State | null | undefined)[];
};

/** More states than any text of news makes; hostile ones begin anew. */
const mostStates = 10_000;

/** The phrasings that can begin at a head, each with the index of the head behind its last one. */
export class Candidates {
  readonly list: number[] = [];
  readonly #behind: Int32Array;

  constructor(phrasings: number) {
    this.#behind = new Int32Array(phrasings);
  }

  behind(phrasing: number): number {
    return this.#behind[phrasing] ?? 0;
  }

  add(phrasing: number, behind: number): void {
    if (this.#behind[phrasing] === 0) this.list.push(phrasing);
    this.#behind[phrasing] = behind;
  }

  clear(): void {
    for (const phrasing of this.list) this.#behind[phrasing] = 0;
    this.list.length = 0;
  }
}

/** Walks over the heads of a text. */
export class Walker {
  readonly #states = new Map<string, State>();
  readonly #first: readonly Way[];
  #start: State;

  /** `places`: the heads of the courses; `size`: how many numbers heads can have. */
  constructor(
    places: readonly Place[],
    readonly size: number,
  ) {
    this.#first = places.flatMap(({ ways }) => ways);
    this.#start = this.#stateOf(this.#first, []);
  }

  /** Finds the phrasings whose course is complete somewhere behind head `from`. */
  candidatesAt(heads: Heads, from: number, candidates: Candidates): void {
    candidates.clear();
    let state = this.#start;
    for (let index = from; index < heads.count; index++) {
      const head = heads.ids[index] ?? 0;
      const next = state.next[head];
      const following: State | null = next === undefined ? this.#step(state, head) : next;
      if (following === null) return;
      state = following;
      for (const phrasing of state.complete) candidates.add(phrasing, index + 1);
    }
  }

  #stateOf(ways: readonly Way[], complete: readonly number[]): State {
    return { ways, complete, next: new Array<State | null | undefined>(this.size).fill(undefined) };
  }

  #step(state: State, head: number): State | null {
    const ways = new Map<string, Way>();
    const complete = new Set<number>();
    const add = (way: Way): void => {
      ways.set(`${way.branch.id}:${way.next.id}`, way);
    };
    for (const { branch, next } of state.ways) {
      const child = branch.children.get(head);
      if (!child) continue;
      if (child.children.size > 0) add({ branch: child, next });
      if (!child.isEnd) continue;
      for (const way of next.ways) add(way);
      if (next.isComplete) complete.add(next.phrasing);
    }
    const found = ways.size + complete.size === 0 ? null : this.#known(ways, complete);
    state.next[head] = found;
    return found;
  }

  #known(ways: ReadonlyMap<string, Way>, complete: ReadonlySet<number>): State {
    const key = `${[...ways.keys()].sort().join()} ${[...complete].join()}`;
    const known = this.#states.get(key);
    if (known) return known;
    if (this.#states.size >= mostStates) {
      this.#states.clear();
      this.#start = this.#stateOf(this.#first, []);
    }
    const made = this.#stateOf(
      [...ways.values()],
      [...complete].sort((a, b) => a - b),
    );
    this.#states.set(key, made);
    return made;
  }
}
