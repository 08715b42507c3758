// What this build is: set by the build, so that every report can name the very tool that made it.
declare const __PLIMSOLL_VERSION__: string | undefined;
declare const __PLIMSOLL_DIGEST__: string | undefined;

/** The package's version; `0.0.0-source` when run unbundled, as tests do. */
export const version: string = typeof __PLIMSOLL_VERSION__ === "string" ? __PLIMSOLL_VERSION__ : "0.0.0-source";

/** SHA-256 over the sources of this build, `sha256:…`; empty when run unbundled. */
export const digest: string = typeof __PLIMSOLL_DIGEST__ === "string" ? __PLIMSOLL_DIGEST__ : "";
