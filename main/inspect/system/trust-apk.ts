// apk's settings: /etc/apk/repositories and, from apk 3 on, options in /etc/apk/config (apk(8), apk-repositories(5)).
import type { TrustReading } from "./trust-setting.ts";

/** Indexes are signed, so http alone switches no check off; it is said because it lets others read along and hold back. */
export function readRepositories(text: string, hasKeys: boolean): TrustReading {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const used = lines.filter((line) => line !== "" && !line.startsWith("#"));
  const plain = used.filter((line) => /^(?:@\S+\s+)?http:\/\//.test(line)).length;
  const keys = hasKeys ? "signatures are checked with /etc/apk/keys" : "no keys in /etc/apk/keys";
  return { disabled: [], otherwise: `${used.length} repositories, ${plain} of them over http, ${keys}` };
}

/** Options of apk 3, one a line, with or without their dashes. */
export function readApkConfig(text: string): TrustReading {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/#.*/, "").trim());
  const disabled = lines.filter((line) => /^(?:--)?allow-untrusted\b(?!\s*[= ]\s*(?:no|0|false)\b)/.test(line));
  return { disabled, otherwise: null };
}
