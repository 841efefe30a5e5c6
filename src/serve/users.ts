// The file of users: names, roles, hashed passwords and hashed tokens of programs. Passwords are hashed with scrypt as OWASP's
// Password Storage Cheat Sheet asks (N = 2^15, r = 8, p = 3). Pure but for the hashing.
import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import { InputError, inputError } from "../model/errors.js";
import { keptAs, newSecret, type Role } from "./access.js";

const roles = ["reader", "editor"] as const;
const userSchema = z.strictObject({
  name: z.string().min(1).max(100),
  role: z.enum(roles),
  password: z.string().regex(/^scrypt\$\d+\$\d+\$\d+\$[\w-]+\$[\w-]+$/),
  tokens: z.array(z.string().regex(/^[0-9a-f]{64}$/)),
});
const fileSchema = z.strictObject({ users: z.array(userSchema) });

export type User = Readonly<z.infer<typeof userSchema>>;

const cost = { N: 2 ** 15, r: 8, p: 3 };
const keyLength = 32; // bytes
const shortest = 10; // characters of a password
const longest = 200;

const derived = (password: string, salt: Buffer, { N, r, p }: typeof cost): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const options = { N, r, p, maxmem: 256 * N * r };
    scrypt(password.normalize("NFKC"), salt, keyLength, options, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });

/** A password as it is kept. Throws InputError for one that is too short or too long. */
export async function hashedPassword(password: string): Promise<string> {
  if (password.length < shortest || password.length > longest)
    throw new InputError(`a password has ${shortest} to ${longest} characters. Choose another; nothing was changed`);
  const salt = randomBytes(16);
  const key = await derived(password, salt, cost);
  return ["scrypt", cost.N, cost.r, cost.p, salt.toString("base64url"), key.toString("base64url")].join("$");
}

let nobody: Promise<string> | null = null;

/** Whether it is the password of this user; null: there is no such user, which takes as long to find out. */
export async function isPassword(user: User | null, password: string): Promise<boolean> {
  if (password.length > longest) return false;
  nobody ??= hashedPassword(newSecret());
  const kept = user?.password ?? (await nobody);
  const [, N, r, p, salt = "", hash = ""] = kept.split("$");
  const key = await derived(password, Buffer.from(salt, "base64url"), { N: Number(N), r: Number(r), p: Number(p) });
  const right = Buffer.from(hash, "base64url");
  return right.length === key.length && timingSafeEqual(right, key) && user !== null;
}

/** The users of a file's text; `where` names it. Throws InputError. */
export function parseUsers(text: string, where: string): readonly User[] {
  const todo = "Make one with: parley users add FILE NAME";
  try {
    return fileSchema.parse(JSON.parse(text)).users;
  } catch {
    throw inputError("it is no file of users", where, todo);
  }
}

/** The text of a file of users. */
export const usersText = (users: readonly User[]): string => `${JSON.stringify({ users }, null, 1)}\n`;

const nameShape = /^[\p{L}\p{N}][\p{L}\p{N} ._@'-]{0,99}$/u;

/** The users with one more, or with a new role and password for one who is there. Throws InputError for a name that is none. */
export function withUser(users: readonly User[], name: string, role: Role, password: string): readonly User[] {
  if (!nameShape.test(name) || name.trim() !== name)
    throw new InputError(`“${name.slice(0, 60)}” is no name: letters, digits, blanks and . _ @ ' - are`);
  const user: User = { name, role, password, tokens: [] };
  return [...users.filter((one) => one.name !== name), user];
}

/** The users with a token of a program for one of them, and the token, which is told once. Throws InputError where there is no such user. */
export function withToken(users: readonly User[], name: string): { users: readonly User[]; token: string } {
  if (!users.some((one) => one.name === name)) throw new InputError(`there is no user “${name}” in this file`);
  const token = newSecret();
  const given = (user: User): User =>
    user.name === name ? { ...user, tokens: [...user.tokens, keptAs(token)] } : user;
  return { users: users.map(given), token };
}

/** The users without one. Throws InputError where there is none of this name. */
export function withoutUser(users: readonly User[], name: string): readonly User[] {
  if (!users.some((one) => one.name === name)) throw new InputError(`there is no user “${name}” in this file`);
  return users.filter((one) => one.name !== name);
}
