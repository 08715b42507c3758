// An SSH server in a container, by its processes as the engine itself lists them, so that an image without `ps` hides nothing.
// Of a container that does not run only its command is known. Port 22 is a hint and never decides.
import type { ContainerFacts } from "../../../../shared/model/surroundings.ts";
import { pointAt, verdictOf } from "../../containers/verdict-of.ts";
import { words } from "../../control-phrase.ts";
import { defineSurroundingCheck } from "../../define-surrounding-check.ts";

/** OpenSSH (also its workers, `sshd-session`), Dropbear, TinySSH, lsh. */
const server = /(?:^|\/)(?:sshd(?:-session|-auth)?|dropbear|tinysshd|lshd)$/;

export const sshServer = defineSurroundingCheck({
  decides: ["cis-docker:5.7", "docker-ee-stig:DKER-EE-001970"],
  needs: ["container.inspect", "container.processes"],
  lacks: ({ container }) =>
    (container.processes ?? []).length === 0 && startsServer(container) === undefined
      ? words("container.ssh-not-running")
      : null,
  judge({ container }) {
    const running = (container.processes ?? []).filter(({ command }) => server.test(programOf(command)));
    const started = startsServer(container);
    const where = "processes";
    return verdictOf({
      fails: [
        ...running.map(({ user, command }) =>
          pointAt(where, "container.ssh-process", { program: programOf(command), user }),
        ),
        ...(running.length > 0 || started === undefined
          ? []
          : [pointAt("Config.Cmd", "container.ssh-command", { program: started })]),
      ],
      passes: pointAt(where, "container.ssh-none", { count: container.processes?.length ?? 0 }),
      beside: container.exposedPorts.some((port) => /^22(?:\/tcp)?$/.test(port))
        ? [pointAt("Config.ExposedPorts", "container.ssh-port")]
        : [],
      // What was seen to be there needs no complete list.
      failureRestsOn: running.length > 0 ? [] : ["container.inspect"],
    });
  },
});

/** The program of a process: its first word, without the colon of a title such as `sshd: /usr/sbin/sshd -D`. */
function programOf(command: string): string {
  return (command.trim().split(/\s+/)[0] ?? "").replace(/:$/, "");
}

/** The server that entrypoint and command name, also within a line for a shell. */
function startsServer({ entrypoint, cmd }: ContainerFacts): string | undefined {
  return [...entrypoint, ...cmd].flatMap((part) => part.split(/[\s;&|()]+/)).find((word) => server.test(word));
}
