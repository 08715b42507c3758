// Whether container logs leave the host: by the engine's default log driver. An agent that collects local files satisfies the
// aim as well, but is not seen here: that is a waiver's subject.
import { words } from "../../control-phrase.ts";
import { daemonSetting } from "../../daemon-settings.ts";
import { defineSurroundingCheck, type SurroundingVerdict } from "../../define-surrounding-check.ts";

/** Drivers whose only aim is another service. docs: "Configure logging drivers" of the Docker manual. */
const remote = new Set(["awslogs", "fluentd", "gcplogs", "gelf", "logentries", "splunk"]);
/** Drivers that keep what they get on this host. */
const local = new Set(["json-file", "local", "none", "journald", "k8s-file", "passthrough", "etwlogs"]);

export const remoteLogging = defineSurroundingCheck({
  decides: ["cis-docker:2.14", "docker-ee-stig:DKER-EE-003230", "docker-ee-stig:DKER-EE-003320"],
  needs: ["engine.info"],
  may: ["host.daemon"],
  lacks: ({ engine }) => (engine.loggingDriver === "" ? words("host.not-told", { field: "LoggingDriver" }) : null),
  judge({ engine: { loggingDriver: driver }, host, known }): SurroundingVerdict {
    const where = "/info LoggingDriver";
    if (remote.has(driver)) {
      return { status: "pass", evidence: [{ where, detail: words("host.log-remote", { driver }) }] };
    }
    if (local.has(driver)) {
      return { status: "fail", evidence: [{ where, detail: words("host.log-local", { driver }) }] };
    }
    const evidence = [{ where, detail: words("host.log-driver", { driver }) }] as const;
    if (driver !== "syslog") return { status: "manual", reason: words("host.log-plugin", { driver }), evidence };
    if (host === null || !known("host.daemon")) {
      return { status: "manual", reason: words("host.log-syslog-person"), evidence };
    }
    const options = daemonSetting(host.daemon, "log-opts");
    const address = options.values.find((option) => option.startsWith("syslog-address="))?.slice(15);
    if (address !== undefined && isElsewhere(address)) {
      const found = { where: options.place, detail: words("host.log-syslog", { address }) };
      return { status: "pass", evidence: [found, ...evidence] };
    }
    return { status: "manual", reason: words("host.log-syslog-person"), evidence };
  },
});

/** A network address that is not this host's loopback. */
function isElsewhere(address: string): boolean {
  const host = /^(?:udp|tcp|tcp\+tls):\/\/(\[[^\]]*\]|[^:/]+)/i.exec(address)?.[1] ?? "";
  return host !== "" && !/^(127\.|localhost$|\[::1\]|0\.0\.0\.0$|\[::\])/i.test(host);
}
