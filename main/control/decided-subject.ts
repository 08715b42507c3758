// What a waiver or a person's answer may be about, and whether its scope means it. Shapes: shared/model/decision-scope.ts.

import type { SubjectScope, WaiverScope } from "../../shared/model/decision-scope.ts";
import { PackageType } from "../../shared/model/facts.ts";
import type { ImageIdentity } from "../../shared/model/image.ts";
import type { Surrounding } from "../../shared/model/surroundings.ts";
import { isAllowedName, isAllowedPath } from "../../shared/policy-match.ts";
import { fitsReference } from "../../shared/reference-pattern.ts";

/** An image by all its names, or something around it by name and id. */
export type DecidedSubject =
  | { readonly kind: "image"; readonly digests: readonly string[]; readonly references: readonly string[] }
  | { readonly kind: Surrounding; readonly id: string; readonly name: string };

type Lists = Pick<WaiverScope, keyof SubjectScope>;

/** Every digest and reference that names this image. */
export function imageSubject(
  image: Pick<ImageIdentity, "id" | "listedAs" | "repoDigests" | "references">,
): DecidedSubject {
  const registry = image.repoDigests.map((reference) => reference.slice(reference.indexOf("@") + 1));
  const listed = image.listedAs === undefined ? [] : [image.listedAs.id];
  return {
    kind: "image",
    digests: [image.id, ...listed, ...registry],
    references: [...image.references, ...image.repoDigests],
  };
}

/** Whether any entry of the scope's lists of subjects names the subject; a scope without such lists means every subject. */
export function meansSubject(scope: Lists, subject: DecidedSubject): boolean {
  const { digests, references, containers, engines, hosts } = scope;
  if ([digests, references, containers, engines, hosts].every((list) => list === undefined)) return true;
  if (subject.kind === "image") {
    return (
      digests?.some((digest) => subject.digests.includes(digest)) === true ||
      references?.some((pattern) => subject.references.some((reference) => fitsReference(reference, pattern))) === true
    );
  }
  const patterns = { container: containers, engine: engines, host: hosts }[subject.kind] ?? [];
  return patterns.includes(subject.id) || isAllowedName(subject.name, patterns);
}

/** Whether the scope is for single places of a finding. */
export function isForPlaces({ paths, packages, places }: WaiverScope): boolean {
  return paths !== undefined || packages !== undefined || places !== undefined;
}

/** Whether any entry of the scope's lists of places names the place of a piece of evidence. */
export function meansPlace({ paths = [], packages = [], places = [] }: WaiverScope, where: string): boolean {
  const name = packageOf(where);
  return (
    isAllowedPath(where, paths) || isAllowedName(where, places) || (name !== null && isAllowedName(name, packages))
  );
}

/** `curl` of `deb curl`, as evidence names packages, and of `curl CVE-2026-1`, as it names what a scan found. */
function packageOf(where: string): string | null {
  const [first = "", second, ...rest] = where.split(" ");
  if (second === undefined || rest.length > 0) return null;
  if (PackageType.options.some((type) => type === first)) return second;
  return /^[A-Z]+-/.test(second) ? first : null;
}
