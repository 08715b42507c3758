// What an audit log tells of `docker exec`, in the forms in which the kernel writes it.
import { afterEach, describe, expect, it } from "vitest";
import { readExecCommands } from "../../../main/surroundings/exec-commands.ts";
import { SurroundingLimits } from "../../../main/surroundings/limits.ts";
import { type HostTree, hostTree } from "../../support/host-tree.ts";

const signal = new AbortController().signal;
const log = "/var/log/audit/audit.log";

let tree: HostTree;
afterEach(() => tree.remove());

async function read() {
  const limits = new SurroundingLimits();
  const { execCommands: commands, commandsSince: since } = await readExecCommands(tree.reader(), limits, signal);
  return { commands, since, limits: limits.sorted().map(({ weight, phrase }) => `${weight} ${phrase?.key}`) };
}

function record(...args: readonly string[]): string {
  const fields = args.map((argument, at) => {
    const plain = /^[\x21\x23-\x7e]+$/.test(argument);
    return `a${at}=${plain ? `"${argument}"` : Buffer.from(argument).toString("hex").toUpperCase()}`;
  });
  return `type=EXECVE msg=audit(1762000000.123:77): argc=${args.length} ${fields.join(" ")}\n`;
}

describe("the audit log", () => {
  it("gives the commands that ask for more rights or another user", async () => {
    tree = await hostTree();
    const wanted = [
      record("docker", "exec", "--privileged", "web", "sh"),
      record("/usr/bin/docker", "exec", "-it", "-u", "root", "web", "sh", "-c", "echo two words"),
      record("docker", "container", "exec", "--env", "A=b", "--user=0", "web", "id"),
      record("docker", "--host", "unix:///run/docker.sock", "exec", "-itu", "0", "web", "id"),
    ];
    const others = [
      record("docker", "exec", "web", "ls", "--user", "x"),
      record("docker", "exec", "-it", "web", "sudo", "-u", "root"),
      record("docker", "exec", "--privileged=false", "web", "sh"),
      record("docker", "run", "--privileged", "web"),
      record("/usr/bin/dockerd", "exec", "--privileged"),
      record("podman", "exec", "--privileged", "web"),
      "type=SYSCALL msg=audit(1:1): arch=c000003e\n",
    ];
    await tree.file(log, [...wanted, ...others].join(""));
    const { commands, since, limits } = await read();
    expect(since).toBe("2025-11-01T12:26:40.123Z");
    expect(commands).toEqual([
      { when: "2025-11-01T12:26:40.123Z", command: "docker exec --privileged web sh" },
      { when: "2025-11-01T12:26:40.123Z", command: "/usr/bin/docker exec -it -u root web sh -c echo two words" },
      { when: "2025-11-01T12:26:40.123Z", command: "docker container exec --env A=b --user=0 web id" },
      { when: "2025-11-01T12:26:40.123Z", command: "docker --host unix:///run/docker.sock exec -itu 0 web id" },
    ]);
    expect(limits).toEqual([]);
  });

  it("keeps no secret of a command, and reads arguments that were cut in pieces", async () => {
    tree = await hostTree();
    await tree.file(
      log,
      record("docker", "exec", "-u", "0", "db", "mysql", "--password", "Zx81spectrumQ") +
        'type=EXECVE msg=audit(1762000000.1:8): argc=4 a0="docker" a1="exec" a2[0]="--pri" a2[1]="vileged" a3="web"\n',
    );
    const { commands } = await read();
    expect(commands.map(({ command }) => command)).toEqual([
      expect.stringContaining("docker exec -u 0 db mysql --password <secret"),
      "docker exec --privileged web",
    ]);
    expect(JSON.stringify(commands)).not.toContain("Zx81spectrumQ");
  });

  it("that is missing, or records no commands, proves nothing", async () => {
    tree = await hostTree();
    expect(await read()).toEqual({ commands: [], limits: ["gap surroundings.no-audit-log"] });
    await tree.file(log, "type=USER_LOGIN msg=audit(1:1): pid=1\n");
    expect((await read()).limits).toEqual(["gap surroundings.no-commands-recorded"]);
  });

  it("that is long is read at its end, and says so; so it does of older ones", async () => {
    tree = await hostTree();
    const old = record("docker", "exec", "--privileged", "first", "sh");
    const filler = `type=SYSCALL ${"x".repeat(1000)}\n`.repeat(8300);
    await tree.file(log, old + filler + record("docker", "exec", "--privileged", "last", "sh"));
    const { commands, limits } = await read();
    expect(commands.map(({ command }) => command)).toEqual(["docker exec --privileged last sh"]);
    expect(limits).toEqual(["note surroundings.log-end"]);
    await tree.file(log, old);
    await tree.file(`${log}.1`, old);
    expect((await read()).limits).toEqual(["note surroundings.older-logs"]);
  });
});
