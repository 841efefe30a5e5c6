// Reading asks neither the machine's clock nor its time zone: with both changed the same reports give the same record.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { timeml, timexes } from "../../src/lang/en/timex.js";
import { readFolder } from "../../src/parley.js";

const text =
  "On Monday at 11:30 p.m. they met; the weekend before, on the 9th, they had dined. It ends on March 27 at 2:30 a.m., a week after Easter. " +
  "Last December they signed, two weeks ago they parted, tonight they rest. In the fourth quarter, as in the 1990s, it fell. The past few days were calm.";
const zone = process.env.TZ;

/** Sets the clock and the zone of this process. */
function at(name: string, now: string): void {
  process.env.TZ = name;
  vi.useFakeTimers({ now: new Date(now), toFake: ["Date"] });
}

afterEach(() => {
  vi.useRealTimers();
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

const places: readonly (readonly [zone: string, now: string])[] = [
  ["Pacific/Kiritimati", "1970-01-01T00:00:00Z"],
  ["America/St_Johns", "2038-01-19T03:14:07Z"],
  ["Pacific/Pago_Pago", "2022-03-27T01:30:00Z"],
];

describe("the clock and the zone of the machine", () => {
  const wanted = timexes(text, "2022-01-12");

  it("are changed by what these tests do", () => {
    at("Pacific/Kiritimati", "2022-01-01T12:00:00Z");
    expect([new Date().getFullYear(), new Date().getHours()]).toEqual([2022, 2]);
  });

  it.each(places)("%s at %s: the same time expressions", (name, now) => {
    at(name, now);
    expect(timexes(text, "2022-01-12")).toEqual(wanted);
    expect(timeml("They met today.")).toBe('They met <TIMEX3 tid="t1" type="DATE" value="PRESENT_REF">today</TIMEX3>.');
  });

  it("the same record", async () => {
    const reports = mkdtempSync(join(tmpdir(), "parley-clock-"));
    writeFileSync(
      join(reports, "vale.txt"),
      `Vale and Orr to meet\nLASSE, January 12, 2022 (The Lamp)\n\nThe union of Vale said on Monday that it would meet Orr next Friday at 10 a.m. ${text}\n`,
    );
    const here = JSON.stringify(await readFolder(reports));
    for (const [name, now] of places.slice(0, 2)) {
      at(name, now);
      expect(JSON.stringify(await readFolder(reports))).toBe(here);
    }
    rmSync(reports, { recursive: true });
    expect(JSON.parse(here).timexes.length).toBeGreaterThan(10);
  }, 60_000);
});
