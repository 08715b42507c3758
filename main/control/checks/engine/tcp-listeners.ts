// Sockets of the daemon that others can reach over the network: none at all (Docker Enterprise STIG), or with mutual TLS (CIS).
// An engine that is reached through ssh has no such socket for it; a tcp:// of a systemd socket unit is not seen here.
import type { ProofPoint } from "../../../../shared/model/finding.ts";
import type { Phrase } from "../../../../shared/model/phrase.ts";
import type { EngineFacts, HostFacts } from "../../../../shared/model/surroundings.ts";
import { words } from "../../control-phrase.ts";
import { type DaemonDirective, daemonSetting, isOn, tcpListeners } from "../../daemon-settings.ts";
import { defineSurroundingCheck, type SurroundingVerdict } from "../../define-surrounding-check.ts";
import { daemonUnread, settingPoints } from "../../setting-proof.ts";

const tlsFiles: readonly DaemonDirective[] = ["tlscacert", "tlscert", "tlskey"];

export const tlsOnTcp = defineSurroundingCheck({
  decides: ["cis-docker:2.8"],
  needs: ["engine.info"],
  may: ["host.daemon"],
  lacks: ({ engine, host, known }) =>
    openSigns(engine).length > 0 ? null : unread(engine, host, known("host.daemon")),
  judge({ engine, host }): SurroundingVerdict {
    const [sign, ...signs] = openSigns(engine);
    if (sign !== undefined) return { status: "fail", evidence: [sign, ...signs], restsOn: [] };
    const daemon = seen(host).daemon;
    const listeners = tcpListeners(daemon);
    if (listeners.length === 0) {
      const evidence = settingPoints(daemonSetting(daemon, "hosts"), "unix:///var/run/docker.sock");
      return { status: "not-applicable", reason: words("host.tcp-none"), evidence };
    }
    const verify = daemonSetting(daemon, "tlsverify");
    const files = tlsFiles.map((name) => daemonSetting(daemon, name));
    const isWhole = isOn(verify, false) && files.every(({ values }) => (values[0] ?? "") !== "");
    return {
      status: isWhole ? "pass" : "fail",
      evidence: [
        { where: "hosts", detail: words("host.tcp-listener", { listeners: listeners.join(", ") }) },
        ...settingPoints(verify, "false"),
        ...files.flatMap((file) => settingPoints(file, "–")),
      ],
    };
  },
});

export const noTcp = defineSurroundingCheck({
  decides: ["docker-ee-stig:DKER-EE-001050"],
  needs: ["engine.info"],
  may: ["host.daemon"],
  lacks: ({ engine, host, known }) => (tcpSigns(engine).length > 0 ? null : unread(engine, host, known("host.daemon"))),
  judge({ engine, host }): SurroundingVerdict {
    const [sign, ...signs] = tcpSigns(engine);
    if (sign !== undefined) return { status: "fail", evidence: [sign, ...signs], restsOn: [] };
    const daemon = seen(host).daemon;
    const hosts = settingPoints(daemonSetting(daemon, "hosts"), "unix:///var/run/docker.sock");
    return { status: tcpListeners(daemon).length === 0 ? "pass" : "fail", evidence: hosts };
  },
});

/** What the engine's own answers, and the way to it, tell of a socket without protection. */
function openSigns({ warnings, endpoint, name }: EngineFacts): ProofPoint[] {
  const warned = warnings
    .filter((warning) => /API is accessible on/i.test(warning))
    .map((warning): ProofPoint => ({ where: "/info Warnings", detail: words("host.tcp-warning", { warning }) }));
  const isPlain = endpoint.kind === "tcp" && endpoint.tls === false;
  return isPlain ? [...warned, { where: name, detail: words("host.tcp-plain") }] : warned;
}

function tcpSigns(engine: EngineFacts): ProofPoint[] {
  if (engine.endpoint.kind !== "tcp") return openSigns(engine);
  return [...openSigns(engine), { where: engine.name, detail: words("host.tcp-reached") }];
}

function unread(engine: EngineFacts, host: HostFacts | null, isKnown: boolean): Phrase | null {
  if (host === null || !isKnown) return daemonUnread(engine, host);
  const isSet = daemonSetting(host.daemon, "hosts").from !== "default";
  return host.daemon.arguments === null && !isSet ? words("host.daemon-unseen") : null;
}

function seen(host: HostFacts | null): HostFacts {
  if (host === null) throw new Error("the host's daemon was known a moment ago");
  return host;
}
