// Opens a DSSE envelope with an in-toto Statement v1 about evidence. See secure-systems-lab/dsse, protocol.md, and
// in-toto/attestation, spec/v1/statement.md. Only the one form that Plimsoll writes: whatever could be written in a
// second way could be changed unseen.
import { createHash, type X509Certificate } from "node:crypto";
import { z } from "zod";
import { isSignedBy } from "./signed-by.ts";

export interface Statement {
  /** File names (relative, slashes) to SHA-256 in lower-case hex. */
  readonly subjects: ReadonlyMap<string, string>;
  readonly signer: X509Certificate;
}
export type StatementAnswer =
  | { readonly ok: true; readonly statement: Statement }
  /** Key of the sentence that says why, with its cause. */
  | { readonly ok: false; readonly key: string; readonly cause?: string };

const maxSubjects = 200_000;
const payloadType = "application/vnd.in-toto+json";

const Envelope = z.strictObject({
  payload: z.string(),
  payloadType: z.literal(payloadType),
  signatures: z.tuple([z.strictObject({ keyid: z.string().regex(/^[0-9a-f]{64}$/), sig: z.string().max(200) })]),
});

const Payload = z.object({
  _type: z.literal("https://in-toto.io/Statement/v1"),
  predicateType: z.literal("urn:x-plimsoll:evidence:1"),
  subject: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(4096),
        digest: z.strictObject({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }),
      }),
    )
    .min(1)
    .max(maxSubjects),
});

/**
 * The statement in `bytes`, if one of `candidates` signed it. The key comes from certificates that lie beside it or were
 * pinned; the envelope's own keyid only says which.
 */
export function readStatement(bytes: Uint8Array, candidates: readonly X509Certificate[]): StatementAnswer {
  const envelope = readEnvelope(bytes);
  if (typeof envelope === "string") return { ok: false, key: "verify.statement-form", cause: envelope };
  const [{ keyid, sig }] = envelope.signatures;
  const signer = candidates.find(({ raw }) => createHash("sha256").update(raw).digest("hex") === keyid);
  if (signer === undefined) return { ok: false, key: "verify.statement-no-certificate" };
  const payload = Buffer.from(envelope.payload, "base64");
  const signed = Buffer.concat([
    Buffer.from(`DSSEv1 ${payloadType.length} ${payloadType} ${payload.length} `, "latin1"),
    payload,
  ]);
  if (!isSignedBy(signer, signed, Buffer.from(sig, "base64"))) return { ok: false, key: "verify.statement-signature" };
  const subjects = readSubjects(payload);
  if (typeof subjects === "string") return { ok: false, key: "verify.statement-form", cause: subjects };
  return { ok: true, statement: { subjects, signer } };
}

function readEnvelope(bytes: Uint8Array): z.infer<typeof Envelope> | string {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
  const parsed = Envelope.safeParse(parseJson(text));
  if (!parsed.success) return "it is no envelope of this kind";
  const envelope = parsed.data;
  const isCanonical =
    `${JSON.stringify(envelope)}\n` === text &&
    [envelope.payload, envelope.signatures[0].sig].every((value) => isCanonicalBase64(value));
  return isCanonical ? envelope : "it is not written as it was signed";
}

function readSubjects(payload: Buffer): Map<string, string> | string {
  const parsed = Payload.safeParse(parseJson(payload.toString("utf8")));
  if (!parsed.success) return "its content is no statement about evidence";
  const subjects = new Map(parsed.data.subject.map(({ name, digest }) => [name, digest.sha256]));
  return subjects.size === parsed.data.subject.length ? subjects : "it names a file twice";
}

function isCanonicalBase64(text: string): boolean {
  return Buffer.from(text, "base64").toString("base64") === text;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
