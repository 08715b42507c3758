// Which files of log-ins, shells and OpenSSL are kept while a layer streams by, asked for every file by its path: login.defs(5),
// sudoers(5), bash(1) "INVOCATION", config(5ssl).

const logins = /\/etc\/(?:login\.defs|profile|bash\.bashrc|bashrc|profile\.d\/[^/]+|sudoers|sudoers\.d\/[^/]+)$/;

/** Whether a text is kept whole but for secrets, so that lines of it become facts. */
export function isSystemText(path: string): boolean {
  if (path.endsWith(".cnf")) return isOpensslConfig(path);
  return path.includes("/etc/") && logins.test(path);
}

/** OpenSSL's own settings and those of its FIPS module, wherever a build of it looks for them. */
export function isOpensslConfig(path: string): boolean {
  return /\/(?:openssl|fipsmodule)\.cnf$/.test(path) && !path.startsWith("/usr/share/");
}

/** Bundles of trusted certificates where libraries look for them: those that are hashed. Links between them are followed. */
export const trustBundles = [
  "/etc/ssl/certs/ca-certificates.crt",
  "/etc/pki/tls/certs/ca-bundle.crt",
  "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
  "/etc/ssl/cert.pem",
  "/etc/ssl/ca-bundle.pem",
] as const;

/** Whether a body is kept as its digest. */
export function isTrustBundle(path: string): boolean {
  return (trustBundles as readonly string[]).includes(path);
}
