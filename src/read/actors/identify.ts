// What a description stands for, given the scene: the order in which the kinds of description are tried.
import { describedBody, namedBoard } from "./bodies.js";
import { joint, otherSide } from "./both.js";
import type { Described } from "./describe.js";
import { organ, organisation } from "./described-parties.js";
import { holders, person, untitledBefore } from "./described-persons.js";
import { government } from "./governments.js";
import { lowerAt } from "./ground.js";
import { type Identity, one, type Stage } from "./identity.js";
import { mouthOf, officeOfPerson, ownOffice } from "./office-of.js";
import { ownerActors } from "./owners.js";
import { nearest } from "./scene.js";
import { spokesmanOf } from "./spokesmen.js";
import type { Description } from "./words.js";

/** What a description stands for; null where it is none of an actor. `speaks`: it is the subject of a clause or the source of words. */
export function identify(stage: Stage, described: Described, speaks: boolean): Identity | null {
  const owners = [...new Set(described.owners.flatMap((owner) => ownerActors(stage, owner, described.first)))];
  const rowsOf = (kind: Description["kind"]): Description[] => described.rows.filter((row) => row.kind === kind);
  const sides = rowsOf("side");
  if (sides.length > 0 && owners.length > 0) {
    const parties = owners.filter((actor) => stage.cast.members[actor]?.kind !== "person");
    const side = stage.ground.words.is("side-noun", lowerAt(stage.ground, described.nounEnd - 1));
    if (parties.length > 0)
      return {
        actors: parties,
        sort: "party",
        form: side && parties.length === 1 ? "epithet" : "title",
        rule: "description/side",
        problem: null,
      };
  }
  const opposite = sides.length > 0 && described.owners.length === 0 ? otherSide(stage, described) : null;
  if (opposite) return opposite;
  const jointRow = rowsOf("joint")[0];
  if (jointRow) {
    const both = joint(stage, described, jointRow);
    if (both) return both;
  }
  const spokesmen = rowsOf("spokesman");
  const mouth = spokesmen.length > 0 ? mouthOf(stage, described) : null; // "his spokesman": of what he speaks for
  const speakers = mouth === null ? owners : [mouth];
  if (spokesmen.length > 0 && speakers.length > 0) {
    const named = described.article === "definite" ? holders(stage, described, rowsOf("person"), owners) : [];
    const known =
      nearest(stage.ground, stage.scene, named, described.first) ??
      (described.article === "definite" && named.length === 0 ? untitledBefore(stage, described, owners) : null);
    return known !== null
      ? one(known, "person", "title", "description/office")
      : { actors: speakers, sort: "person", form: "title", rule: "description/spokesman-of", problem: null };
  }
  if (spokesmen.length > 0 && described.owners.length === 0) {
    const speaker = spokesmanOf(stage, described, speaks);
    if (speaker !== null)
      return { actors: [speaker], sort: "person", form: "title", rule: "description/spokesman-of", problem: null };
  }
  const organisations = rowsOf("organization");
  const office = officeOfPerson(stage, described, organisations);
  if (office) return office;
  if (organisations.length > 0 && owners.length > 0) {
    const own = ownOffice(stage, described, owners);
    if (own) return own;
  }
  if (organisations.length > 0) return organisation(stage, described, organisations, owners, speaks);
  if (rowsOf("state").length > 0 && owners.length === 0) return government(stage, described, speaks);
  const bodies = rowsOf("body");
  const body = bodies.length > 0 ? describedBody(stage, described, bodies, owners, speaks) : null;
  if (body) return body;
  const organs = rowsOf("organ");
  const ownName =
    organs.length > 0 && bodies.length > 0 && owners.length === 0 ? namedBoard(stage, described, speaks) : null;
  if (ownName) return ownName;
  if (organs.length > 0) {
    const found = organ(stage, described, organs, owners);
    const company = found?.rule === "description/organ" ? found.actors : [];
    const board =
      bodies.length > 0 && company.length > 0 ? describedBody(stage, described, bodies, company, speaks) : null;
    if (board ?? found) return board ?? found; // "the board": that of the company told of
  }
  const people = rowsOf("person");
  return people.length > 0 || described.office ? person(stage, described, people, owners, speaks) : null;
}
