// A position in lines and cells: the stance with its sign, since when, whether it moved, who ascribes it, and its words.
import type { Edtf } from "../model/edtf.js";
import type { Position } from "../model/record.js";
import { type Stance, stances } from "../model/words.js";
import { heldBy } from "../query/positions.js";
import type { PageContext } from "./context.js";
import { dateText, timeOf } from "./dates.js";
import { correctLink } from "./decide-forms.js";
import { outletMarks, quoted } from "./evidence.js";
import { type Html, html, joined, nothing, type Value } from "./html.js";
import type { Entry } from "./lane-picture.js";
import { actorLink, actorList } from "./names.js";
import { linkTo } from "./places.js";
import { drawnSign, signOfStance } from "./signs.js";
import { whyLink } from "./why.js";
import { stanceWords } from "./words.js";

/** The stance as sign and word. */
export const stanceMark = (stance: Stance): Html =>
  html`<span class="stance ${stance}">${drawnSign(signOfStance(stance))} ${stanceWords[stance]}</span>`;

/** When it was held: its own date, else the day of the report that tells it, and that this is so. */
export function whenHeld(context: PageContext, position: Position): Value {
  if (position.date !== null) return timeOf(position.date, "short");
  const reported = heldBy(position, context.index.look);
  return reported === null ? "undated" : html`reported ${timeOf(reported, "short")}`;
}

/** Who says so, where the actor does not say it itself. */
export const ascription = (context: PageContext, { basis, by }: Position): Html | null =>
  basis === "declared" ? null : html`ascribed by ${by.length > 0 ? actorList(context, by) : "the report"}`;

/** A position as a line of a list, an <li>; with the actor's name unless the list is of one actor. */
export function stanceLine(context: PageContext, position: Position, isNamed: boolean): Html {
  const first = position.evidence[0];
  return html`<li class="line" id="${position.id}"><div class="when">${whenHeld(context, position)}</div>
<div class="what"><p class="label">${isNamed ? html`<strong>${actorLink(context, position.actor)}</strong> ` : nothing}${stanceMark(position.stance)}${position.moved ? html` <strong class="moved">moved</strong>` : nothing} <span class="about">${ascription(context, position)}</span></p>
${first ? html`<p class="words">${quoted(context, first)}</p>` : nothing}
<p class="told">${outletMarks(context, position.evidence, () => whyLink(context, position.id))}${correctLink(context, position.id, "this position")}</p></div></li>
`;
}

/** A position as a mark of a picture; null where nothing tells when. */
export function stanceEntry(context: PageContext, position: Position, what: string): Entry | null {
  const date: Edtf | null = heldBy(position, context.index.look);
  const first = position.evidence[0];
  return date === null || !first
    ? null
    : {
        date,
        sign: signOfStance(position.stance),
        words: `${position.date === null ? "reported " : ""}${dateText(date, "short")}: ${what} ${stanceWords[position.stance]}`,
        link: linkTo(context, first),
      };
}

/** What the signs of stances mean, for captions; only those that are shown. */
export function stanceLegend(positions: readonly Position[]): Html {
  const shown = stances.filter((stance) => positions.some((position) => position.stance === stance));
  return html`<span class="legend">${joined(
    shown.map((stance) => stanceMark(stance)),
    " ",
  )}</span><span>What no report dates stands at the day of its report.</span>`;
}
