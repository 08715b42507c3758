// `ssh://[USER@]HOST[:PORT][/SOCKET]`, as the docker CLI takes it ("connhelper"). What comes out is put on the command line
// of ssh, and the socket path on that of the far shell: both alphabets are narrow on purpose.

export interface SshTarget {
  readonly user: string | null;
  readonly host: string;
  readonly port: number | null;
  /** The engine's socket on the far side; null = the far docker's default. */
  readonly socket: string | null;
}

/** The parts of an SSH address; a string says what is wrong with it. No part begins with `-`, so none is an option. */
export function parseSshUrl(url: string): SshTarget | string {
  const match = /^ssh:\/\/(?:([^@/]*)@)?(\[[^\]/]*\]|[^:/@]*)(?::([^/]*))?(\/.*)?$/s.exec(url);
  if (match === null) return "an SSH address is written ssh://USER@HOST:PORT";
  const [, user, bracketed = "", port, path] = match;
  if (user !== undefined && !/^[A-Za-z0-9_.][A-Za-z0-9_.+\\-]*$/.test(user)) {
    return user.includes(":")
      ? "an SSH address holds no password; use keys or an agent"
      : "the user of the SSH address is not valid";
  }
  const host = bracketed.replace(/^\[|\]$/g, "");
  if (!/^[A-Za-z0-9_.:][A-Za-z0-9_.:%-]*$/.test(host)) return "the host of the SSH address is not valid";
  if (port !== undefined && (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65_535)) {
    return "the port of the SSH address is not between 1 and 65535";
  }
  const socket = path === undefined || path === "/" ? null : path;
  if (socket !== null && !/^\/[A-Za-z0-9_./-]+$/.test(socket)) return "the socket path of the SSH address is not valid";
  return { user: user ?? null, host, port: port === undefined ? null : Number(port), socket };
}

/**
 * Arguments for the system's `ssh`. BatchMode, since there is no terminal to ask on: an unknown or changed host key then
 * ends the connection, whatever the configuration says about asking.
 */
export function sshArguments({ user, host, port, socket }: SshTarget): string[] {
  return [
    ...["-o", "BatchMode=yes", "-o", "ConnectTimeout=30", "-T"],
    ...(user === null ? [] : ["-l", user]),
    ...(port === null ? [] : ["-p", String(port)]),
    "--",
    host,
    ...["docker", ...(socket === null ? [] : ["--host", `unix://${socket}`]), "system", "dial-stdio"],
  ];
}
