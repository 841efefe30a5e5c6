// Who may be asked for: on a loopback address only names of this machine, so that a page of some other site cannot read the
// dossier through a name that it makes point here (DNS rebinding).

const loopback = /^(?:localhost|[\w-]+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/i;

/** Whether an address to listen on can be reached from this machine only. */
export const isLoopback = (host: string): boolean => loopback.test(host) || host === "::1";

/** Whether a Host header names this machine. */
export function isOwnHost(header: string | undefined): boolean {
  if (header === undefined) return false;
  return loopback.test(header.replace(/:\d{1,5}$/, ""));
}

/** Whether a request comes from a page of this server, or from no page at all. */
export function isOwnOrigin(origin: string | undefined, host: string | undefined): boolean {
  return origin === undefined || (URL.canParse(origin) && new URL(origin).host === host);
}
