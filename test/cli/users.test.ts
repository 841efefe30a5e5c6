// parley users and parley serve --users: who signs in; what the file holds; what a server says of who may write.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findSources, openDossier } from "../../src/parley.js";
import { writeReports } from "../dossier/reports.js";
import { parley } from "./world.js";

const folder = mkdtempSync(join(tmpdir(), "parley-users-"));
const file = join(folder, "desk.json");
const talks = join(folder, "talks.parley");
beforeAll(async () => {
  const dossier = await openDossier(talks);
  await dossier.takeIn(findSources([writeReports(join(folder, "clippings"))], dossier.place));
  await dossier.close();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const add = (name: string, password: string, ...more: string[]) =>
  parley(["users", "add", file, name, ...more], { stdin: `${password}\n` });

describe("the file", () => {
  test("is made, listed, changed; it holds no password and no token, and is for its owner's eyes", async () => {
    expect(await add("ada", "a long password")).toEqual({ code: 0, out: "ada is added as editor.\n", err: "" });
    expect((await add("guest", "another long one", "--role", "reader")).out).toBe("guest is added as reader.\n");
    expect((await add("ada", "a new long password")).out).toBe("ada has a new password and is editor.\n");
    const { out: token } = await parley(["users", "token", file, "ada"]);
    expect((await parley(["users", "list", file])).out).toBe("guest  reader\nada  editor, 1 token\n");
    const text = readFileSync(file, "utf8");
    for (const secret of ["a long password", "a new long password", token.trim()]) expect(text).not.toContain(secret);
    expect(statSync(file).mode & 0o077).toBe(0);
    expect((await parley(["users", "remove", file, "guest"])).out).toBe("guest is removed.\n");
    expect((await parley(["users", "list", file])).out).toBe("ada  editor, 1 token\n");
  });
  test.each([
    [["users", "list", "nowhere.json"], /there is no such file/],
    [["users", "list"], /which file of users/],
    [["users", "add", file], /takes a file and a name/],
    [["users", "frobnicate", file], /“frobnicate”/],
    [["users", "remove", file, "nobody"], /no user “nobody”/],
    [["users", "add", file, "<b>"], /is no name/],
  ])("%j says what is wrong", async (args, why) => {
    const before = readFileSync(file, "utf8");
    const { code, err } = await parley(args, { stdin: "a long password\n" });
    expect([code, readFileSync(file, "utf8")]).toEqual([2, before]);
    expect(err).toMatch(why);
  });
  test("a short password is refused, and what is no file of users is left alone", async () => {
    expect((await add("bo", "short")).err).toMatch(/10 to 200 characters/);
    const other = join(folder, "other.json");
    writeFileSync(other, "{}");
    expect((await parley(["users", "add", other, "bo"], { stdin: "a long password" })).err).toMatch(/no file of users/);
    expect(readFileSync(other, "utf8")).toBe("{}");
  });
});

describe("serving", () => {
  /** Serves until `ask` is done; gives what was printed. */
  async function serve(args: readonly string[], ask: (url: string) => Promise<void>, env = {}): Promise<string> {
    let end = (): void => {};
    const ended = new Promise<void>((done) => {
      end = done;
    });
    let asked: Promise<void> = Promise.resolve();
    const { out } = await parley(["serve", "--port", "0", "-d", talks, ...args], {
      ended,
      env,
      onOut: (text) => {
        const url = /served at (\S+)/.exec(text)?.[1];
        if (url !== undefined) asked = ask(url).finally(end);
      },
    });
    await asked;
    return out;
  }
  const decide = async (url: string, token: string): Promise<number> => {
    const body = JSON.stringify({ kind: "rename-actor", args: ["mira-tolland", "Mirabel Tolland"] });
    const headers = { "Content-Type": "application/json", Authorization: `Bearer ${token}` };
    return (await fetch(new URL("/api/v1/decisions", url), { method: "POST", body, headers })).status;
  };
  test("on this machine it tells the token for programs, and keeps decisions under the name given", async () => {
    let status = 0;
    const out = await serve(
      ["--by", "Ada"],
      async (url) => {
        status = await decide(url, "of-this-test");
      },
      { PARLEY_TOKEN: "of-this-test" },
    );
    expect(status).toBe(201);
    expect(out).not.toContain("of-this-test");
    expect((await parley(["decisions", "-d", talks])).out).toContain("Ada");
    expect(await serve([], async () => {})).toMatch(/Authorization: Bearer [\w-]{43}”/);
  });
  test("with users only they are let in, and who is removed is out at once", async () => {
    const { out: token } = await parley(["users", "token", file, "ada"]);
    await serve(["--users", file], async (url) => {
      const as = { headers: { Authorization: `Bearer ${token.trim()}` } };
      const statements = new URL("/api/v1/statements", url);
      expect((await fetch(statements)).status).toBe(401);
      expect((await fetch(statements, as)).status).toBe(200);
      await parley(["users", "remove", file, "ada"]);
      expect((await fetch(statements, as)).status).toBe(401);
    });
  });
  test("a file of users that is not there ends it before it serves", async () => {
    const { code, err } = await parley(["serve", "-d", talks, "--users", join(folder, "nowhere.json")]);
    expect([code, err]).toEqual([2, expect.stringMatching(/cannot be read.*parley users add/)]);
  });
});
