// `plimsoll verify`: integrity, identity, time, three answers each, for packs and single files.
import { resolve } from "node:path";
import type { Language } from "../../shared/model/phrase.ts";
import type { Verification } from "../../shared/model/verification.ts";
import { plainText } from "../../shared/plain-text.ts";
import { say } from "../../shared/wording/say.ts";
import { loadTrustPins } from "../evidence/verify/trust.ts";
import { verifyPath } from "../evidence/verify/verify-path.ts";
import { errorText } from "./error-line.ts";
import { type ExitCode, exitCodes } from "./exit.ts";
import type { Format } from "./format-option.ts";
import type { World } from "./world.ts";

export interface VerifyOptions {
  readonly trust?: string;
  readonly format: Format;
  readonly lang?: Language;
}

export async function runVerify(paths: readonly string[], options: VerifyOptions, world: World): Promise<ExitCode> {
  const pins = options.trust === undefined ? {} : { trust: await loadTrustPins(resolve(world.cwd, options.trust)) };
  const done: Verification[] = [];
  let unreadable = false;
  for (const path of paths) {
    try {
      done.push(await verifyPath(resolve(world.cwd, path), { ...pins, now: world.instant() }));
    } catch (error) {
      unreadable = true;
      world.stderr.write(errorText(error, "en", world.env["PLIMSOLL_VERBOSE"] === "1"));
    }
  }
  const language = options.lang ?? world.language;
  world.stdout.write(
    options.format === "json"
      ? `${JSON.stringify({ schema: "plimsoll/verify@1", verifications: done }, null, 2)}\n`
      : done.map((one) => verificationText(one, language)).join("\n"),
  );
  if (unreadable) return exitCodes.notAllDone;
  // Whoever pins a key asks for that key: another one is a failed verification, however intact the bytes are.
  const failed = (one: Verification): boolean =>
    one.integrity.answer === "no" || (options.trust !== undefined && one.identity.answer === "untrusted");
  return done.some(failed) ? exitCodes.verificationFailed : exitCodes.done;
}

const words = {
  integrity: { en: "integrity", de: "Unversehrtheit" },
  identity: { en: "identity", de: "Identität" },
  time: { en: "time", de: "Zeit" },
} as const;

const answerWords: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  yes: { en: "yes", de: "ja" },
  no: { en: "NO", de: "NEIN" },
  trusted: { en: "trusted", de: "vertraut" },
  "self-asserted": { en: "self-asserted", de: "selbst behauptet" },
  untrusted: { en: "NOT TRUSTED", de: "NICHT VERTRAUT" },
  unknown: { en: "unknown", de: "unbekannt" },
  none: { en: "none", de: "keine" },
  claimed: { en: "claimed", de: "behauptet" },
  contradicted: { en: "CONTRADICTED", de: "WIDERSPRÜCHLICH" },
};

function verificationText(verification: Verification, language: Language): string {
  const line = (name: keyof typeof words): string => {
    const { answer, reasons } = verification[name];
    const grounds = reasons.map((reason) => say(reason, language)).join("; ");
    return `  ${words[name][language].padEnd(15)} ${answerWords[answer]?.[language] ?? answer}: ${grounds}`;
  };
  const odd = verification.files.filter((file) => file.state !== "intact");
  return [
    plainText(verification.path),
    line("integrity"),
    line("identity"),
    line("time"),
    ...odd.map((file) => `    ${file.state.padEnd(10)} ${plainText(file.name)}`),
    "",
  ].join("\n");
}
