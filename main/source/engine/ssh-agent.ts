// HTTP over the system's ssh: its configuration, agent, jump hosts and known_hosts hold, which no library knows all of.
import { Agent } from "node:http";
import type { Duplex } from "node:stream";
import { ProcessSocket } from "./process-socket.ts";
import { type SshTarget, sshArguments } from "./ssh-url.ts";

/** Connections at once; each is an ssh process and a log-in. */
const maxConnections = 4;

class SshAgent extends Agent {
  constructor(
    private readonly target: SshTarget,
    private readonly env: NodeJS.ProcessEnv,
  ) {
    super({ keepAlive: true, maxSockets: maxConnections });
  }

  override createConnection(): Duplex {
    return new ProcessSocket("ssh", sshArguments(this.target), this.env);
  }
}

/** An agent whose every connection is an `ssh` of this environment. */
export function sshAgent(target: SshTarget, env: Readonly<Record<string, string | undefined>>): Agent {
  return new SshAgent(target, { ...env });
}
