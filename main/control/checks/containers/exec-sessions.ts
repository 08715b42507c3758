// Whether `docker exec` was used with more rights, or as another user. The engine knows only sessions that have not ended;
// what was before stands in the host's audit log, where a rule watches the Docker client. Calls of the API leave no line there.
import type { ProofPoint } from "../../../../shared/model/finding.ts";
import type { ContainerFacts } from "../../../../shared/model/surroundings.ts";
import { isMeant, isRoot, type LoggedExec, loggedExec, watchesClient } from "../../containers/exec-log.ts";
import { pointAt } from "../../containers/verdict-of.ts";
import { type ControlPhraseKey, words } from "../../control-phrase.ts";
import { defineSurroundingCheck, type SurroundingCheck } from "../../define-surrounding-check.ts";

type Session = ContainerFacts["execs"][number];

interface Misuse {
  readonly decides: readonly [string, ...string[]];
  readonly session: (session: Session, container: ContainerFacts) => boolean;
  readonly logged: (exec: LoggedExec) => boolean;
  readonly seen: ControlPhraseKey;
  readonly written: ControlPhraseKey;
  /** The option that a person has to search for. */
  readonly option: string;
}

const misuses: readonly Misuse[] = [
  {
    decides: ["cis-docker:5.23", "docker-ee-stig:DKER-EE-002080"],
    session: ({ privileged }) => privileged,
    logged: ({ privileged }) => privileged,
    seen: "container.exec-privileged",
    written: "container.exec-privileged-logged",
    option: "--privileged",
  },
  {
    decides: ["cis-docker:5.24"],
    // The engine fills in the container's own user where no option names one.
    session: ({ user }, container) => isRoot(user) && user !== container.user,
    logged: ({ user }) => user !== null && isRoot(user),
    seen: "container.exec-root",
    written: "container.exec-root-logged",
    option: "--user root",
  },
  {
    // Broader than CIS: any other user.
    decides: ["docker-ee-stig:DKER-EE-002090"],
    session: ({ user }, container) => user !== "" && user !== container.user,
    logged: ({ user }) => user !== null,
    seen: "container.exec-user",
    written: "container.exec-user-logged",
    option: "--user",
  },
];

/** What a pass rests on, so that what was left out of the log is said beside it. */
const restsOn = ["container.inspect", "container.execs", "host.commands", "host.audit"] as const;

export const execSessions: readonly SurroundingCheck[] = misuses.map((misuse) =>
  defineSurroundingCheck({
    decides: misuse.decides,
    needs: ["container.inspect", "container.execs"],
    may: ["host.commands", "host.audit"],
    judge({ container, host, known }) {
      const log = known("host.commands") && host !== null ? host.execCommands.map(loggedExec) : null;
      const found = (log ?? []).filter(misuse.logged);
      const [first, ...rest] = [
        ...container.execs
          .filter((session) => misuse.session(session, container))
          .map((session) => pointAt(`exec ${session.id.slice(0, 12)}`, misuse.seen, { user: session.user })),
        ...found
          .filter(({ target }) => target !== null && isMeant(target, container))
          .map((exec) => pointAt(`audit.log ${exec.when}`, misuse.written, { user: exec.user ?? "" })),
      ];
      if (first !== undefined) return { status: "fail", evidence: [first, ...rest], restsOn: [] };
      const snapshot = pointAt("ExecIDs", "container.exec-now", { count: container.execs.length });
      if (container.state.status === "created") {
        return { status: "pass", evidence: [pointAt("State.Status", "container.exec-never-started")] };
      }
      const params = { name: container.name, option: misuse.option };
      const unclear = found.filter(({ target }) => target === null).map(unclearPoint);
      if (log === null || host === null) {
        return { status: "manual", reason: words("container.exec-log-unread", params), evidence: [snapshot] };
      }
      if (unclear.length > 0) {
        return { status: "manual", reason: words("container.exec-unclear", params), evidence: [snapshot, ...unclear] };
      }
      if (!known("host.audit") || !watchesClient(host.auditRules)) {
        return { status: "manual", reason: words("container.exec-not-watched", params), evidence: [snapshot] };
      }
      const since = host.commandsSince;
      const period =
        since === undefined
          ? pointAt("audit.log", "container.exec-not-logged")
          : pointAt("audit.log", "container.exec-not-logged-since", { since });
      return { status: "pass", evidence: [period, snapshot], restsOn };
    },
  }),
);

function unclearPoint({ when }: LoggedExec): ProofPoint {
  return pointAt(`audit.log ${when}`, "container.exec-target-unclear");
}
