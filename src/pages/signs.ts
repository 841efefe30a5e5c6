// One sign for each status, drawn, so that it looks the same in every font and the same as in the picture; told apart by shape.
import type { EventStatus } from "../model/words.js";
import { type Html, html } from "./html.js";

const shapes: Readonly<Record<EventStatus, Html>> = {
  happened: html`<circle cx="6" cy="6" r="4.5" fill="currentColor"/>`,
  planned: html`<circle cx="6" cy="6" r="4.2"/>`,
  cancelled: html`<path d="M2 2l8 8M10 2l-8 8"/>`,
  denied: html`<circle cx="6" cy="6" r="4.2"/><path d="M3 9l6-6"/>`,
  hypothetical: html`<path d="M6 1l5 5-5 5-5-5z"/>`,
  unknown: html`<path d="M6 1l5 5-5 5-5-5z"/>`,
};

/** The sign of a status; says nothing to those who listen, who hear the word beside it. */
export const signOf = (status: EventStatus): Html =>
  html`<svg class="sign" viewBox="0 0 12 12" aria-hidden="true">${shapes[status]}</svg>`;
