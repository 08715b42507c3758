// Who may drive the daemon: members of the group that owns its socket have the rights of root. The policy names the trusted ones.
import type { ProofPoint } from "../../../../shared/model/finding.ts";
import { words } from "../../control-phrase.ts";
import { defineSurroundingCheck, type SurroundingVerdict } from "../../define-surrounding-check.ts";
import { filesOf } from "../../host-file.ts";

export const trustedAccounts = defineSurroundingCheck({
  decides: ["cis-docker:1.1.2"],
  needs: ["host.groups"],
  may: ["host.files"],
  judge({ host, policy }): SurroundingVerdict {
    const socket = filesOf(host, "engine-socket").find(({ state }) => state === "present");
    // A group without a name stands in the list by its number.
    const name = socket?.group ?? (socket?.gid === undefined ? "docker" : String(socket.gid));
    const group = host.groups.find((one) => one.name === name);
    if (group === undefined) {
      // A group that the socket has and no group file knows comes from a directory service.
      return socket === undefined
        ? { status: "not-applicable", reason: words("host.group-none", { group: name }) }
        : { status: "manual", reason: words("host.group-elsewhere", { group: name }), evidence: [] };
    }
    const members = [...new Set(group.members)].filter((member) => member !== "root");
    const excused = members
      .filter((member) => policy.trustedAccounts.includes(member))
      .map((member): ProofPoint => ({ where: member, detail: words("host.member-trusted", { group: name }) }));
    const [first, ...rest] = members
      .filter((member) => !policy.trustedAccounts.includes(member))
      .map((member): ProofPoint => ({ where: member, detail: words("host.member", { group: name }) }));
    if (first !== undefined) return { status: "fail", evidence: [first, ...rest, ...excused] };
    const count: ProofPoint = {
      where: "/etc/group",
      detail: words("host.members", { group: name, count: members.length }),
    };
    return { status: "pass", evidence: [count, ...excused] };
  },
});
