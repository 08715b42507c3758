// Programs and packages for remote access and file sharing: the names of the public DHI GPOS profile, which matches by
// prefix and so counts clients as well, with what the same software is called by other distributions.
import type { ImageConfig, Package } from "../../../../shared/model/facts.ts";

const packageNames = new RegExp(
  `^(?:${[
    "(?:openssh|tigervnc|cockpit|samba).*",
    "(?:dropbear|xrdp|vsftpd|proftpd|webmin|nfs-utils|rsh|telnet)(?:[^a-z].*)?",
    // What Debian calls nfs-utils, and telnet, rsh and ftp of other makers.
    "telnetd.*|nfs-common|nfs-kernel-server|inetutils-(?:telnet|rsh|ftp)d?|tightvncserver",
  ].join("|")})$`,
);

/** Whether the package brings remote access or file sharing, or the client side of it. */
export function isRemoteAccess({ name }: Package): boolean {
  return packageNames.test(name);
}

/** Programs of servers, and what the packages begin with that bring them. */
const servers: Readonly<Record<string, RegExp>> = Object.fromEntries(
  [
    { programs: "sshd", packages: /^openssh(?!-clients?)/ },
    { programs: "dropbear", packages: /^dropbear/ },
    { programs: "telnetd in.telnetd", packages: /^(?:inetutils-)?telnet/ },
    { programs: "rshd in.rshd rlogind in.rlogind", packages: /^(?:inetutils-)?rsh/ },
    { programs: "vsftpd", packages: /^vsftpd/ },
    { programs: "proftpd", packages: /^proftpd/ },
    { programs: "xrdp", packages: /^xrdp/ },
    { programs: "smbd", packages: /^samba/ },
    { programs: "nfsd rpc.nfsd", packages: /^nfs-/ },
    { programs: "Xvnc Xtigervnc vncserver tigervncserver", packages: /^(?:tiger|tight)vnc/ },
    { programs: "cockpit-ws", packages: /^cockpit/ },
    { programs: "miniserv.pl", packages: /^webmin/ },
  ].flatMap(({ programs, packages }) => programs.split(" ").map((program) => [program, packages] as const)),
);
const shell = /(?:^|\/)(?:sh|bash|dash|ash)$/;

/** The server that the image starts by its entrypoint or command, `/usr/sbin/sshd`; null where it starts none of them. */
export function startedServer({ entrypoint, cmd }: Pick<ImageConfig, "entrypoint" | "cmd">): string | null {
  const [program = "", second = "", script = ""] = [...(entrypoint ?? []), ...(cmd ?? [])];
  const started = shell.test(program) && second === "-c" ? firstWord(script) : appletOf(program, second);
  return Object.hasOwn(servers, nameOf(started)) ? started : null;
}

/** Whether a package of this name brings the server that `startedServer` found. */
export function bringsServer(packageName: string, server: string): boolean {
  return servers[nameOf(server)]?.test(packageName) ?? false;
}

function firstWord(script: string): string {
  const [first = "", second = ""] = script.trim().split(/\s+/, 2);
  return first === "exec" ? second : first;
}

/** busybox holds servers as applets, which no package names. */
function appletOf(program: string, second: string): string {
  return nameOf(program) === "busybox" ? second : program;
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
