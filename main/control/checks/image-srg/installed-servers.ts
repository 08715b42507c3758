// Servers that give access from afar or speak in clear text, by the names of their packages on the distributions. Clients
// (openssh-client, telnet) are none, and what no package database knows, such as an applet of busybox, is not seen.
import type { Os, Package } from "../../../../shared/model/facts.ts";
import type { ProofPoint } from "../../../../shared/model/finding.ts";
import type { Phrase } from "../../../../shared/model/phrase.ts";
import type { PolicyParameters } from "../../../../shared/model/policy.ts";
import { isAllowedName } from "../../../../shared/policy-match.ts";
import { words } from "../../control-phrase.ts";
import { excusing } from "../../fail-or-pass.ts";

export interface ServerKind {
  readonly name: string;
  readonly packages: RegExp;
  /** A user works on the machine through it. */
  readonly isRemoteAccess: boolean;
  /** Names and passwords cross the network readable. */
  readonly isClearText: boolean;
}

export const serverKinds: readonly ServerKind[] = [
  {
    name: "SSH",
    packages: /^(?:openssh-server(?:-pam|-krb5|-gssapi)?|openssh-sftp-server|dropbear(?:-bin|-run)?|tinyssh)$/,
    isRemoteAccess: true,
    isClearText: false,
  },
  {
    name: "telnet",
    packages: /^(?:telnetd(?:-ssl)?|telnet-server|inetutils-telnetd|krb5-telnetd)$/,
    isRemoteAccess: true,
    isClearText: true,
  },
  {
    name: "rsh",
    packages: /^(?:rsh-server|rsh-redone-server|rlogin-server|rlogind|rexec-server)$/,
    isRemoteAccess: true,
    isClearText: true,
  },
  {
    name: "FTP",
    packages: /^(?:vsftpd|proftpd(?:-[\w-]+)?|pure-ftpd(?:-[\w-]+)?|ftpd(?:-ssl)?|inetutils-ftpd|bftpd)$/,
    isRemoteAccess: false,
    isClearText: true,
  },
  {
    name: "TFTP",
    packages: /^(?:tftpd|tftpd-hpa|atftpd|tftp-server|tftp-hpa|uftpd)$/,
    isRemoteAccess: false,
    isClearText: true,
  },
  { name: "NIS", packages: /^(?:ypserv|nis)$/, isRemoteAccess: false, isClearText: false },
  { name: "sendmail", packages: /^sendmail(?:-bin)?$/, isRemoteAccess: false, isClearText: false },
  {
    name: "desktop",
    packages: /^(?:xrdp|x11vnc|(?:tight|tiger)vnc(?:-?server|-standalone-server)?)$/,
    isRemoteAccess: true,
    isClearText: false,
  },
];

const systemTypes: ReadonlySet<Package["type"]> = new Set(["deb", "apk", "rpm"]);

/** Packages of the operating system. */
export function systemPackages(packages: readonly Package[]): Package[] {
  return packages.filter(({ type }) => systemTypes.has(type));
}

/** Why nothing can be said of what is installed: a system without a package database. Null where there is one, or no system. */
export function packagesLack(packages: readonly Package[], os: Os | null): Phrase | null {
  return os !== null && systemPackages(packages).length === 0
    ? words("srg.package-database-none", { os: os.id })
    : null;
}

/** Installed servers of these kinds, apart from those that the policy excuses. */
export function installedServers(
  packages: readonly Package[],
  policy: PolicyParameters,
  isAsked: (kind: ServerKind) => boolean,
): { faults: ProofPoint[]; excused: ProofPoint[] } {
  const asked = serverKinds.filter(isAsked);
  const found = systemPackages(packages).flatMap((one) => {
    const kind = asked.find((each) => isServer(one, each));
    return kind === undefined ? [] : [{ one, kind }];
  });
  return excusing(
    found,
    "allowedPackages",
    ({ one }) => isAllowedName(one.name, policy.allowedPackages),
    ({ one, kind }) => ({
      where: `${one.type} ${one.name}`,
      detail: words("srg.server", { version: one.version, kind: kind.name }),
      layer: one.layer,
    }),
  );
}

function isServer({ type, name }: Package, kind: ServerKind): boolean {
  // Alpine's `openssh` brings the server; that of the rpm distributions is what client and server share.
  return kind.packages.test(name) || (kind.name === "SSH" && type === "apk" && name === "openssh");
}
