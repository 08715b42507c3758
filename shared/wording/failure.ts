// Each failure as one line: what failed, on what, why, what to do. No stack, no "Error:", no unescaped image text.
import { assertNever, type Failure } from "../model/failure.ts";
import type { Language } from "../model/phrase.ts";
import { plainText } from "../plain-text.ts";
import { say } from "./say.ts";

/** One line in `language`, without a full stop at its end. */
export function sayFailure(failure: Failure, language: Language = "en"): string {
  return language === "de" ? german(failure) : english(failure);
}

function layerOf(
  failure: { layer?: number | undefined; layers?: number | undefined },
  word: string,
  of: string,
): string {
  if (failure.layer === undefined) return "";
  return `${word} ${failure.layer + 1}${failure.layers === undefined ? "" : ` ${of} ${failure.layers}`}: `;
}

function english(failure: Failure): string {
  switch (failure.kind) {
    case "engine-unreachable":
      return `no engine answers at ${plainText(failure.endpoint)} (${plainText(failure.cause)}); ${plainText(failure.hint)}`;
    case "engine-insecure":
      return `${plainText(failure.endpoint)} has no TLS, so anyone on the way could answer for the engine; use TLS or ssh://, or add --insecure`;
    case "engine-answer":
      return `the engine at ${plainText(failure.endpoint)} could not answer ${plainText(failure.request)}: ${plainText(failure.cause)}`;
    case "context-unusable":
      return `context ${plainText(failure.context)} cannot be used: ${plainText(failure.cause)}; see docker context ls`;
    case "not-an-archive":
      return `${plainText(failure.path)} is no image archive or OCI layout: ${plainText(failure.cause)}`;
    case "image-not-found":
      return `${plainText(failure.reference)}: no such image in ${plainText(failure.source)}; see plimsoll images`;
    case "image-unreadable":
      return `${plainText(failure.reference)}: ${layerOf(failure, "layer", "of")}${plainText(failure.cause)}`;
    case "catalogue-invalid":
      return `${plainText(failure.file)}${place(failure)}: ${plainText(failure.cause)}`;
    case "usage":
      return plainText(failure.cause);
    case "not-writable":
      return `cannot write ${plainText(failure.path)}: ${plainText(failure.cause)}`;
    case "not-readable":
      return `cannot read ${plainText(failure.path)}: ${plainText(failure.cause)}`;
    case "state-unusable":
      return `the state folder ${plainText(failure.path)} cannot be used: ${plainText(failure.cause)}`;
    case "data-refused":
      return `${plainText(failure.source)}: ${say(failure.why, "en")}; the data that is here is kept`;
    case "key-unusable":
      return `the signing key ${plainText(failure.path)} cannot be used: ${plainText(failure.cause)}`;
    case "cancelled":
      return "cancelled";
    case "internal":
      return `unexpected: ${plainText(failure.cause)}; run again with --verbose for details`;
    default:
      return assertNever(failure);
  }
}

function german(failure: Failure): string {
  switch (failure.kind) {
    case "engine-unreachable":
      return `keine Engine antwortet unter ${plainText(failure.endpoint)} (${plainText(failure.cause)}); ${plainText(failure.hint)}`;
    case "engine-insecure":
      return `${plainText(failure.endpoint)} hat kein TLS, jeder auf dem Weg könnte für die Engine antworten; TLS oder ssh:// verwenden oder --insecure angeben`;
    case "engine-answer":
      return `die Engine unter ${plainText(failure.endpoint)} konnte ${plainText(failure.request)} nicht beantworten: ${plainText(failure.cause)}`;
    case "context-unusable":
      return `der Kontext ${plainText(failure.context)} ist nicht verwendbar: ${plainText(failure.cause)}; siehe docker context ls`;
    case "not-an-archive":
      return `${plainText(failure.path)} ist kein Image-Archiv und kein OCI-Layout: ${plainText(failure.cause)}`;
    case "image-not-found":
      return `${plainText(failure.reference)}: kein solches Image in ${plainText(failure.source)}; siehe plimsoll images`;
    case "image-unreadable":
      return `${plainText(failure.reference)}: ${layerOf(failure, "Schicht", "von")}${plainText(failure.cause)}`;
    case "catalogue-invalid":
      return `${plainText(failure.file)}${place(failure)}: ${plainText(failure.cause)}`;
    case "usage":
      return plainText(failure.cause);
    case "not-writable":
      return `${plainText(failure.path)} kann nicht geschrieben werden: ${plainText(failure.cause)}`;
    case "not-readable":
      return `${plainText(failure.path)} kann nicht gelesen werden: ${plainText(failure.cause)}`;
    case "state-unusable":
      return `der Zustandsordner ${plainText(failure.path)} ist nicht verwendbar: ${plainText(failure.cause)}`;
    case "data-refused":
      return `${plainText(failure.source)}: ${say(failure.why, "de")}; die vorhandenen Daten bleiben`;
    case "key-unusable":
      return `der Signaturschlüssel ${plainText(failure.path)} ist nicht verwendbar: ${plainText(failure.cause)}`;
    case "cancelled":
      return "abgebrochen";
    case "internal":
      return `unerwartet: ${plainText(failure.cause)}; mit --verbose erneut ausführen`;
    default:
      return assertNever(failure);
  }
}

function place(failure: { line?: number | undefined; column?: number | undefined }): string {
  if (failure.line === undefined) return "";
  return failure.column === undefined ? `:${failure.line}` : `:${failure.line}:${failure.column}`;
}
