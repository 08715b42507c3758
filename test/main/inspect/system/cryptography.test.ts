// Trust anchors and OpenSSL's settings, through links and where an image's environment points elsewhere.
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { systemOf } from "../../../support/system-of.ts";
import { dir, file, symlink, whiteout } from "../../../support/tar-entries.ts";

const bundle = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n".repeat(2000);
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

describe("trust anchors", () => {
  it("are the digest of the bundle, once however many names lead to it, and what was added", async () => {
    const { system, limits, missing } = await systemOf([
      [
        file("/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem", bundle),
        symlink("/etc/pki/tls/certs/ca-bundle.crt", "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem"),
        symlink("/etc/ssl/certs", "../pki/tls/certs"),
        symlink("/etc/pki/tls/certs/ca-certificates.crt", "ca-bundle.crt"),
        dir("/usr/local/share/ca-certificates/company"),
      ],
      [file("/usr/local/share/ca-certificates/company/root.crt", bundle), file("/etc/ssl/cert.pem", "other")],
    ]);
    expect(system.trustAnchors.bundles).toEqual([
      { path: "/etc/ssl/certs/ca-certificates.crt", sha256: sha256(bundle), layer: 0 },
      { path: "/etc/ssl/cert.pem", sha256: sha256("other"), layer: 1 },
    ]);
    expect(system.trustAnchors.added.map(({ path, layer }) => `${path} ${layer}`)).toEqual([
      "/usr/local/share/ca-certificates/company/root.crt 1",
    ]);
    expect([limits, missing]).toEqual([[], []]);
  });

  it("through a link to a file of another name ask for a second pass; a file kept in another form is a gap", async () => {
    const elsewhere = await systemOf([
      [file("/opt/roots.pem", bundle), symlink("/etc/ssl/cert.pem", "/opt/roots.pem")],
    ]);
    expect(elsewhere.missing).toEqual([{ layer: 0, path: "/opt/roots.pem", keep: "digest" }]);
    const odd = await systemOf([[file("/etc/passwd", "root:x:0:0::/:\n"), symlink("/etc/ssl/cert.pem", "../passwd")]]);
    expect(odd.limits).toMatchObject([{ weight: "gap", where: "/etc/ssl/cert.pem" }]);
    expect(odd.system.trustAnchors.bundles).toEqual([]);
  });

  it("are none where a later layer removed them", async () => {
    const layers = [[file("/etc/ssl/cert.pem", bundle)], [whiteout("/etc/ssl/cert.pem")]];
    expect((await systemOf(layers)).system.trustAnchors.bundles).toEqual([]);
  });
});

const fips = [
  "openssl_conf = openssl_init",
  ".include /usr/local/ssl/fipsmodule.cnf",
  "[provider_sect]",
  "fips = fips_sect",
  "[algorithm_sect]",
  "default_properties = fips=yes",
];

describe("OpenSSL's settings", () => {
  it("are read as far as FIPS is concerned, comments aside", async () => {
    const { system } = await systemOf([
      [
        file("/etc/ssl/openssl.cnf", "# .include fipsmodule.cnf\n#fips = fips_sect\ndefault_properties = fips=no\n"),
        symlink("/usr/lib/ssl/openssl.cnf", "/etc/ssl/openssl.cnf"),
        file("/usr/local/ssl/openssl.cnf", fips.join("\n")),
        file("/usr/local/ssl/fipsmodule.cnf", "[fips_sect]\nactivate = 1\n"),
        file("/usr/lib/x86_64-linux-gnu/ossl-modules/fips.so", "elf"),
        file("/usr/lib/x86_64-linux-gnu/ossl-modules/legacy.so", "elf"),
        file("/usr/share/doc/openssl/openssl.cnf", fips.join("\n")),
      ],
    ]);
    expect(system.openssl).toEqual({
      configs: [
        {
          path: "/etc/ssl/openssl.cnf",
          layer: 0,
          includesFipsModule: false,
          fipsSection: false,
          defaultProperties: false,
        },
        {
          path: "/usr/local/ssl/openssl.cnf",
          layer: 0,
          includesFipsModule: true,
          fipsSection: true,
          defaultProperties: true,
        },
      ],
      moduleConfigs: ["/usr/local/ssl/fipsmodule.cnf"],
      providers: ["/usr/lib/x86_64-linux-gnu/ossl-modules/fips.so"],
    });
  });

  it.each(fips.slice(1).filter((line) => !line.startsWith("[")))(
    "without the line %s are not complete",
    async (line) => {
      const text = fips.filter((each) => each !== line).join("\n");
      const { system } = await systemOf([[file("/etc/ssl/openssl.cnf", text)]]);
      const [config] = system.openssl.configs;
      const flags = [config?.includesFipsModule, config?.fipsSection, config?.defaultProperties];
      expect(flags.filter((flag) => flag === false)).toHaveLength(1);
    },
  );

  it("include the file that OPENSSL_CONF names, under that name", async () => {
    const layer = [file("/etc/ssl/openssl.cnf", fips.join("\n")), symlink("/own.cnf", "/etc/ssl/openssl.cnf")];
    const { system } = await systemOf([layer], [{ name: "OPENSSL_CONF", value: "/own.cnf" }]);
    expect(system.openssl.configs.map(({ path }) => path)).toEqual(["/etc/ssl/openssl.cnf", "/own.cnf"]);
    const none = await systemOf([layer], [{ name: "OPENSSL_CONF", value: null }]);
    expect(none.system.openssl.configs.map(({ path }) => path)).toEqual(["/etc/ssl/openssl.cnf"]);
  });
});
