// One sign for each status and each stance, drawn, so that it looks the same in every font and the same as in the pictures;
// told apart by shape, never by colour alone.
import type { EventStatus, Stance } from "../model/words.js";
import { type Html, html } from "./html.js";

const shapes = {
  full: html`<circle cx="6" cy="6" r="4.5" fill="currentColor"/>`,
  ring: html`<circle cx="6" cy="6" r="4.2"/>`,
  cross: html`<path d="M2 2l8 8M10 2l-8 8"/>`,
  slashed: html`<circle cx="6" cy="6" r="4.2"/><path d="M3 9l6-6"/>`,
  diamond: html`<path d="M6 1l5 5-5 5-5-5z"/>`,
  square: html`<path d="M2 2h8v8H2z" fill="currentColor"/>`,
  "square-ring": html`<path d="M2 2h8v8H2z"/>`,
  triangle: html`<path d="M6 1.5l5 8.5H1z" fill="currentColor"/>`,
  "triangle-ring": html`<path d="M6 1.5l5 8.5H1z"/>`,
} as const;
export type SignName = keyof typeof shapes;

const statusSigns: Readonly<Record<EventStatus, SignName>> = {
  happened: "full",
  planned: "ring",
  cancelled: "cross",
  denied: "slashed",
  hypothetical: "diamond",
  unknown: "diamond",
};
const stanceSigns: Readonly<Record<Stance, SignName>> = {
  demands: "square",
  proposes: "triangle",
  supports: "ring",
  accepts: "full",
  conditional: "diamond",
  rejects: "cross",
  ignores: "square-ring",
  noncommittal: "triangle-ring",
};

export const signOfStatus = (status: EventStatus): SignName => statusSigns[status];
export const signOfStance = (stance: Stance): SignName => stanceSigns[stance];

/** A sign; says nothing to those who listen, who hear the word beside it. */
export const drawnSign = (name: SignName): Html =>
  html`<svg class="sign" viewBox="0 0 12 12" aria-hidden="true">${shapes[name]}</svg>`;

/** The sign of a status. */
export const signOf = (status: EventStatus): Html => drawnSign(statusSigns[status]);
