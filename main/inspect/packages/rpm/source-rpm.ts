// The source package of an rpm, known by the file name of the source rpm alone: `name-version-release.src.rpm`.
// Version and release hold no dash (rpm's spec file manual, "Preamble tags"); `nosrc` marks sources not all included.

const fileName = /^(.+)-([^-]+-[^-]+)\.(?:no)?src\.rpm$/;

/** Name and `version-release` of the source, without an epoch, which file names do not have; null when it is none. */
export function sourceOfRpm(file: string | null): { readonly name: string; readonly version: string } | null {
  const [, name, version] = fileName.exec(file ?? "") ?? [];
  return name === undefined || version === undefined ? null : { name, version };
}
