// What a check of daemon settings points at, and what its verdict rests on: a flag or key that was seen stands by itself, a
// default only where both flags and file were read.
import type { ProofPoint } from "../../shared/model/finding.ts";
import type { Phrase } from "../../shared/model/phrase.ts";
import type { EngineFacts, HostFacts, SurroundingFact } from "../../shared/model/surroundings.ts";
import { words } from "./control-phrase.ts";
import type { DaemonSetting } from "./daemon-settings.ts";

/** The setting as evidence; `byDefault` is what the daemon takes where it is unset. */
export function settingPoints(setting: DaemonSetting, byDefault: string): [ProofPoint, ...ProofPoint[]] {
  const { values, from, place, alsoInFile } = setting;
  const value = values.join(", ");
  const detail =
    from === "default" ? words("host.setting-default", { value: byDefault }) : words("host.setting", { value });
  const conflict: ProofPoint[] =
    alsoInFile === null
      ? []
      : [{ where: "daemon.json", detail: words("host.setting-twice", { flag: place, value: alsoInFile.join(", ") }) }];
  return [{ where: place, detail }, ...conflict];
}

/**
 * `restsOn` of a verdict on these settings. Without a process it is not sure that the file is that daemon's own, so that only
 * a flag stands alone then.
 */
export function settingRests(
  { daemon }: HostFacts,
  ...settings: readonly DaemonSetting[]
): { restsOn?: readonly SurroundingFact[] } {
  const stands = ({ from }: DaemonSetting) => from === "flag" || (from === "file" && daemon.arguments !== null);
  return settings.every(stands) ? { restsOn: [] } : {};
}

/** Why an unset directive cannot be taken for its default: no daemon was seen whose flags could be read. Else null. */
export function flagsUnseen(host: HostFacts, setting: DaemonSetting): Phrase | null {
  return host.daemon.arguments === null && setting.from === "default" ? words("host.daemon-unseen") : null;
}

/** Why the settings of the daemon's host are not known, where a check of an engine may use them. */
export function daemonUnread({ endpoint }: EngineFacts, host: HostFacts | null): Phrase {
  if (host === null) {
    if (endpoint.isThisHost) return words("control.not-asked-for", { area: "host" });
    return endpoint.elsewhere ?? words("host.elsewhere");
  }
  return daemonGap(host) ?? words("host.daemon-unseen");
}

/** Why the daemon's settings were not read as a whole; null where they were. */
export function daemonGap(host: HostFacts): Phrase | null {
  const limit = host.limits.find(({ fact, weight }) => fact === "host.daemon" && weight === "gap");
  if (limit === undefined) return null;
  return limit.phrase ?? words("host.daemon-unread", { where: limit.where, reason: limit.reason });
}
