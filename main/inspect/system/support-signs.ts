// Where an image says that paid extended support is in use, besides its packages: the status of the Ubuntu Pro client, and the
// content manifests of Red Hat's images (anchore/syft, feature detection).

export const proStatus = "/var/lib/ubuntu-advantage/status.json";
export const manifestFolder = "/root/buildinfo/content_manifests";

/** Whether a file is kept while a layer streams by; apt's sources, which say so as well, are kept for other readers. */
export function isSupportSign(path: string): boolean {
  return path.endsWith(".json") && (path.endsWith(proStatus) || /\/buildinfo\/content_manifests\/[^/]+$/.test(path));
}
