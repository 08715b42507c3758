// Platforms as `OS/ARCH[/VARIANT]` in Go's words (GOOS, GOARCH), which images use, and which one this machine means.
// Matching follows containerd's "platforms" package: arm64 alone is v8, arm alone is v7.

export interface PlatformParts {
  readonly os: string;
  readonly architecture: string;
  readonly variant: string | null;
}

const architectures: Readonly<Record<string, string>> = {
  x64: "amd64",
  ia32: "386",
  loong64: "loong64",
  mipsel: "mipsle",
};

/** The platform whose images run on a machine with Node's `arch`: containers are Linux, also beside Windows and macOS. */
export function hostPlatform(arch: string): PlatformParts {
  return { os: "linux", architecture: architectures[arch] ?? arch, variant: null };
}

export function platformText({ os, architecture, variant }: PlatformParts): string {
  return [os, architecture, ...(variant === null || variant === "" ? [] : [variant])].join("/");
}

/** Takes `OS/ARCH[/VARIANT]` apart; what is missing is empty. */
export function parsePlatform(text: string): PlatformParts {
  const [os = "", architecture = "", variant = null] = text.split("/", 3);
  return { os, architecture, variant };
}

/** Whether an image of `platform` is one of those that `wanted` means; a wanted platform without variant takes any. */
export function matchesPlatform(platform: PlatformParts, wanted: PlatformParts): boolean {
  if (platform.os !== wanted.os || platform.architecture !== wanted.architecture) return false;
  return wanted.variant === null || variantOf(platform) === variantOf(wanted);
}

function variantOf({ architecture, variant }: PlatformParts): string {
  if (variant !== null && variant !== "") return variant;
  return architecture === "arm64" ? "v8" : architecture === "arm" ? "v7" : "";
}
