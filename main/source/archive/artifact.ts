// What lies in an archive or store and is no Linux container image, and how to say so.
import type { Manifest } from "./oci-documents.ts";

const imageConfigs = new Set([
  "application/vnd.oci.image.config.v1+json",
  "application/vnd.docker.container.image.v1+json",
]);

const known: readonly (readonly [pattern: RegExp, reason: string])[] = [
  [/^application\/vnd\.cncf\.helm\./, "Helm chart"],
  [/wasm/, "WebAssembly module"],
  [/\.ai\.model\.|\.model\.|modelpack|kitops|gguf/, "AI model"],
  [/in-toto|attestation|\.slsa/, "attestation"],
  [/cosign|sigstore|notary/, "signature"],
  [/spdx|cyclonedx|sbom/, "software bill of materials"],
  [/docker\.plugin/, "engine plugin"],
  [/compose/, "Compose application"],
];

/** Why this manifest is no container image; null when it is one. Told by the type of its config and of its layers. */
export function artifactReason(manifest: Manifest): string | null {
  const config = manifest.config.mediaType ?? "";
  if (config !== "" && !imageConfigs.has(config)) {
    const type = config === "application/vnd.oci.empty.v1+json" ? (manifest.artifactType ?? config) : config;
    return reasonFor([type, ...manifest.layers.map((layer) => layer.mediaType ?? "")]);
  }
  const types = manifest.layers.map((layer) => layer.mediaType ?? "");
  const isAnyTar = types.length === 0 || types.some((type) => type === "" || /tar/.test(type));
  return isAnyTar ? null : reasonFor(types);
}

/** Why an image of this platform is not audited; null when it is. */
export function foreignSystemReason(os: string, architecture: string): string | null {
  if (os === "windows") return "Windows image";
  if (/^wasi?/.test(os) || /^wasm/.test(architecture)) return "WebAssembly module";
  return os === "linux" ? null : `image for ${os}`;
}

function reasonFor(types: readonly string[]): string {
  for (const [pattern, reason] of known)
    if (types.some((type) => pattern.test(type))) return `${reason}, no container image`;
  return `artifact of type ${types.find((type) => type !== "") ?? "unknown"}, no container image`;
}
