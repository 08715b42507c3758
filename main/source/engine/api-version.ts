// Versions of the engine API, `MAJOR.MINOR`. Engine 29 refuses what is below 1.44, Debian's engine knows no more than 1.41:
// so what is spoken is agreed with each engine.

/** The newest API version whose answers this client knows. */
export const newestKnown = "1.52";

/** Whether `version` is `wanted` or newer. */
export function isAtLeast(version: string, wanted: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = wanted.split(".").map(Number);
  return major !== wantedMajor ? major > wantedMajor : minor >= wantedMinor;
}

/** The version to speak: the engine's newest or ours, whichever is older. null when `offered` is no version. */
export function agreedVersion(offered: string | undefined): string | null {
  if (offered === undefined || !/^\d{1,3}\.\d{1,3}$/.test(offered)) return null;
  return isAtLeast(offered, newestKnown) ? newestKnown : offered;
}
