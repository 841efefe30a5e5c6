// The pages of the sample dossiers: every link of every page leads somewhere, whole and as of a day, and no page is heavy.
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { appOf } from "../../src/serve/app.js";
import { type Crawl, crawl } from "./crawl.js";
import { sampleDossier } from "./samples.js";

describe.each([
  ["security-guarantees", "2022-01-09"],
  ["harbour-strike", null],
] as const)("%s", (name, day) => {
  let sample: Awaited<ReturnType<typeof sampleDossier>>;
  let found: Crawl;
  const errors: unknown[] = [];
  const get = (path: string): Promise<Response> =>
    Promise.resolve(appOf(sample.dossier, { onError: (error) => errors.push(error) }).request(path));
  beforeAll(async () => {
    sample = await sampleDossier(name);
    const app = appOf(sample.dossier, { onError: (error) => errors.push(error) });
    found = await crawl((path) => Promise.resolve(app.request(path)), "/");
  });
  afterAll(() => sample.remove());

  test("every link leads somewhere", async () => {
    expect(found.broken).toEqual([]);
    expect(errors).toEqual([]);
    const { documents, events, actors } = await sample.dossier.record();
    expect(found.pages.size).toBeGreaterThan(documents.length + events.length + actors.length);
  });
  test("no page is heavier than 150 kB", () => {
    expect([...found.sizes].filter(([, size]) => size > 150_000)).toEqual([]);
  });
  test("every report stands whole on its page", async () => {
    for (const { id, text } of (await sample.dossier.record()).documents) {
      const shown = [...(found.pages.get(`/documents/${id}`)?.querySelectorAll(".text .para > p") ?? [])].map(
        (line) => line.textContent,
      );
      expect(shown).toEqual(
        text
          .split("\n")
          .map((line) => line.trim())
          .filter((line) => line !== ""),
      );
    }
  });
  test.runIf(day !== null)("as of a day every link leads somewhere too", async () => {
    const app = appOf(sample.dossier, { onError: (error) => errors.push(error) });
    const { broken, pages } = await crawl((path) => Promise.resolve(app.request(path)), `/?as_of=${day}`, 400);
    expect(broken).toEqual([]);
    expect(pages.size).toBeGreaterThan(10);
  });
  test("a chronicle line quotes the words it was read from", async () => {
    const page = await (await get("/")).text();
    expect(page).toMatch(/<p class="words"><q[^>]*>.*<mark>.+<\/mark>/);
  });
});
