// The arc-hybrid transition system (Kuhlmann, Gómez-Rodríguez & Satta 2011) with its dynamic oracle (Goldberg & Nivre 2013). The root stands behind
// the last word, as Ballesteros & Nivre (2013) recommend; a sentence gets exactly one root.

export const shift = 0;
export const left = 1; // the front of the buffer becomes the head of the top of the stack
export const right = 2; // the second of the stack becomes the head of the top
export const actions = 3;

/** A parse under way. Words are 0 … length − 1, the root is `length`, "no word" is `length` + 1. */
export type State = {
  readonly length: number;
  readonly stack: Int32Array;
  depth: number;
  front: number;
  readonly heads: Int32Array; // -1 while unknown
  /** Outermost dependents so far, and the ones before them; "no word" where there are none. */
  readonly left1: Int32Array;
  readonly left2: Int32Array;
  readonly right1: Int32Array;
  readonly right2: Int32Array;
  readonly leftCount: Uint8Array;
  readonly rightCount: Uint8Array;
};

export function begin(length: number): State {
  const none = length + 1;
  const children = (): Int32Array => new Int32Array(length + 2).fill(none);
  return {
    length,
    stack: new Int32Array(length + 1),
    depth: 0,
    front: 0,
    heads: new Int32Array(length).fill(-1),
    left1: children(),
    left2: children(),
    right1: children(),
    right2: children(),
    leftCount: new Uint8Array(length + 2),
    rightCount: new Uint8Array(length + 2),
  };
}

export const isDone = (state: State): boolean => state.front === state.length && state.depth === 0;

/** Whether an action may be taken: the root takes one word only, the last one on the stack. */
export function isAllowed(state: State, action: number): boolean {
  const atRoot = state.front === state.length;
  if (action === shift) return !atRoot;
  if (action === left) return state.depth > 0 && (!atRoot || state.depth === 1);
  return state.depth > 1;
}

/** The word at a place of the stack, 0 at the top; "no word" below its bottom. */
export const stackAt = (state: State, place: number): number =>
  place < state.depth ? (state.stack[state.depth - 1 - place] as number) : state.length + 1;

function addLeft(state: State, head: number, child: number): void {
  state.left2[head] = state.left1[head] as number;
  state.left1[head] = child;
  state.leftCount[head] = Math.min(250, (state.leftCount[head] as number) + 1);
}

function addRight(state: State, head: number, child: number): void {
  state.right2[head] = state.right1[head] as number;
  state.right1[head] = child;
  state.rightCount[head] = Math.min(250, (state.rightCount[head] as number) + 1);
}

/** Takes an action, which must be allowed. */
export function take(state: State, action: number): void {
  if (action === shift) {
    state.stack[state.depth++] = state.front++;
    return;
  }
  const child = stackAt(state, 0);
  const head = action === left ? state.front : stackAt(state, 1);
  state.heads[child] = head;
  if (action === left) addLeft(state, head, child);
  else addRight(state, head, child);
  state.depth--;
}

/** How many gold arcs each action makes unreachable; `gold`: the head of each word, the root's number for the root's child. Not-allowed actions cost Infinity. */
export function costs(state: State, gold: Int32Array): [number, number, number] {
  const { front, length, depth } = state;
  const top = stackAt(state, 0);
  const second = stackAt(state, 1);
  let [costOfShift, costOfLeft, costOfRight] = [0, 0, 0];
  if (depth > 0) {
    const head = gold[top] as number;
    if (head === second || (head > front && head <= length)) costOfLeft++;
    if (head >= front) costOfRight++;
    for (let i = front; i < length; i++) {
      if (gold[i] !== top) continue;
      costOfLeft++;
      costOfRight++;
    }
  }
  if (front < length) {
    const head = gold[front] as number;
    for (let place = 0; place < depth; place++) {
      const word = stackAt(state, place);
      if (place > 0 && head === word) costOfShift++;
      if (gold[word] === front) costOfShift++;
    }
  }
  return [
    isAllowed(state, shift) ? costOfShift : Number.POSITIVE_INFINITY,
    isAllowed(state, left) ? costOfLeft : Number.POSITIVE_INFINITY,
    isAllowed(state, right) ? costOfRight : Number.POSITIVE_INFINITY,
  ];
}
