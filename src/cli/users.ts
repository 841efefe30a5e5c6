// parley users: who signs in to a server. The file holds no password and no token, only what is made of them.
import { existsSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { InputError } from "../model/errors.js";
import type { Role } from "../serve/access.js";
import { hashedPassword, parseUsers, type User, usersText, withoutUser, withToken, withUser } from "../serve/users.js";
import { type Action, exit, type Io } from "./io.js";
import { writeWhole } from "./write-file.js";

type Flags = { readonly role: Role };

const usersOf = (file: string): readonly User[] =>
  existsSync(file) ? parseUsers(readFileSync(file, "utf8"), file) : [];

/** What a terminal is asked for without showing what is typed. */
async function asked(question: string): Promise<string> {
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: true });
  try {
    return await lines.question(question);
  } finally {
    lines.close();
  }
}

/** The password: the first line of standard input; at a terminal it is asked for, twice. */
async function passwordOf(io: Io): Promise<string> {
  if (!io.terminal.in) return new TextDecoder().decode(await io.stdin()).split(/\r?\n/)[0] ?? "";
  io.err("Password (not shown): ");
  const first = await asked("");
  io.err("\nOnce more: ");
  const second = await asked("");
  io.err("\n");
  if (first !== second) throw new InputError("these are two different passwords. Nothing was changed");
  return first;
}

const write = (file: string, users: readonly User[]): void => writeWhole(file, [usersText(users)], 0o600);

async function add(io: Io, file: string, name: string, role: Role): Promise<void> {
  const users = usersOf(file);
  const known = users.some((user) => user.name === name);
  withUser(users, name, role, ""); // a name that is none is told before a password is asked for
  write(file, withUser(users, name, role, await hashedPassword(await passwordOf(io))));
  io.out(`${name} ${known ? "has a new password and is" : "is added as"} ${role}.\n`);
}

export const usersCommand: Action = async (io, [what = "list", file = "", name], raw) => {
  const { role } = raw as unknown as Flags;
  if (!["list", "add", "remove", "token"].includes(what))
    throw new InputError(
      `“${what}”: users can be listed, added, removed, given a token. Write list, add, remove or token`,
    );
  if (file === "") throw new InputError("which file of users? Write it after the action");
  if (what === "list") {
    if (!existsSync(file))
      throw new InputError(`${file}: there is no such file. Make it with: parley users add ${file} NAME`);
    for (const user of usersOf(file)) {
      const tokens =
        user.tokens.length === 0 ? "" : `, ${user.tokens.length} token${user.tokens.length === 1 ? "" : "s"}`;
      io.out(`${user.name}  ${user.role}${tokens}\n`);
    }
    return exit.done;
  }
  if (name === undefined) throw new InputError(`users ${what} takes a file and a name`);
  if (what === "add") await add(io, file, name, role);
  else if (what === "remove") {
    write(file, withoutUser(usersOf(file), name));
    io.out(`${name} is removed.\n`);
  } else {
    const { users, token } = withToken(usersOf(file), name);
    write(file, users);
    io.out(`${token}\n`);
    io.err(`Programs of ${name} send it as “Authorization: Bearer …”. It is told only now; a new password ends it.\n`);
  }
  return exit.done;
};
