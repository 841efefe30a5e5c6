// Words of one wording that another does not have, marked.
import { differences, unspaced } from "./differences.js";
import { type Html, html } from "./html.js";

/** `text` with the words marked that none of `others` has in their place; unmarked where there are no others. */
export function markedWords(text: string, others: readonly string[]): Html {
  if (others.length === 0) return html`${text}`;
  return html`${differences(text, others).map((piece) => {
    const [space, words] = unspaced(piece.text);
    return piece.isShared || words === "" ? piece.text : html`${space}<mark class="differs">${words}</mark>`;
  })}`;
}
