// Names a report by what it is made from, so that the same input has the same name.
import { uuid5 } from "../uuid5.ts";

/** A namespace of our own, drawn at random once. */
const namespace = "6b9c1d1e0b5f4f0e9a3d52c7d1a4e870";

/** The id of the report over the audit data with this SHA-256, in this language, made at this instant. */
export function reportIdOf(auditSha256: string, language: string, createdAt: Date): string {
  return uuid5(namespace, `${auditSha256} ${language} ${createdAt.toISOString()}`);
}
