// What an image's system files say that rules of accounts, logins, files and cryptography ask for. Nothing here is a verdict.
import { z } from "zod";

const LayerIndex = z.int().nonnegative();

/** One line of /etc/shadow; the hash itself is never kept. */
export const ShadowEntry = z.object({
  name: z.string(),
  password: z.enum(["hashed", "empty", "locked", "none"]),
  /**
   * How a hash was made, by its prefix (crypt(5)): `yescrypt`, `gost-yescrypt`, `scrypt`, `argon2`, `bcrypt`, `sha512`,
   * `sha256`, `sha1`, `md5`, `nt`, `des`, `unknown`. Only of `hashed`.
   */
  scheme: z.string().optional(),
});
export type ShadowEntry = z.infer<typeof ShadowEntry>;

/**
 * A file or folder that rules name, as the merged view has it; what is not in the image is not in the list. Where the named
 * path is a link, type, mode and owner are those of what it leads to inside the image, and `link` is one that leads nowhere;
 * of what merely lies in a named folder, links are links.
 */
export const WatchedFile = z.object({
  path: z.string(),
  type: z.enum(["file", "folder", "link", "other"]),
  mode: z.string().regex(/^[0-7]{3,4}$/),
  uid: z.int(),
  gid: z.int(),
  layer: LayerIndex,
});
export type WatchedFile = z.infer<typeof WatchedFile>;

/** A line of a settings file that a rule asks for, with secrets masked. */
export const SettingLine = z.object({
  path: z.string(),
  line: z.int().positive(),
  text: z.string(),
  layer: LayerIndex,
});
export type SettingLine = z.infer<typeof SettingLine>;

/** Files of one kind, with the first thousand of them by path and how many there are in all. */
const Found = z.object({ count: z.int().nonnegative(), first: z.array(WatchedFile) });

export const SystemFacts = z.object({
  /** In the order of the file; null = the image has no /etc/shadow. */
  shadow: z.array(ShadowEntry).nullable(),
  /**
   * Account databases and their backups, /var/log and what lies directly in it, home folders of accounts, /etc/login.defs,
   * sshd_config, sudoers and sudoers.d, /etc/security: by path.
   */
  watched: z.array(WatchedFile),
  /** UMASK of /etc/login.defs and umask commands of /etc/profile, /etc/profile.d, /etc/bash.bashrc. */
  umask: z.array(SettingLine),
  /** Lines of sudoers(5) files that excuse from the password (NOPASSWD, !authenticate). */
  sudoWithoutPassword: z.array(SettingLine),
  /** .rhosts, .shosts, hosts.equiv, shosts.equiv, .netrc anywhere. */
  trustFiles: z.array(WatchedFile),
  /**
   * Of the library and program folders (`lib`, `lib32`, `lib64`, `libx32`, `libexec`, `bin`, `sbin` below /, /usr and /usr/local): what does not belong to root
   * (owner or group), and what group or others may write. Files and folders; links are not counted.
   */
  libraries: z.object({ examined: z.int().nonnegative(), foreign: Found, writable: Found }),
  /** The bundle of trusted certificates, and certificates that were added to the system's own. */
  trustAnchors: z.object({
    bundles: z.array(z.object({ path: z.string(), sha256: z.string(), layer: LayerIndex })),
    added: z.array(WatchedFile),
  }),
  /** OpenSSL's settings as far as they concern FIPS 140. */
  openssl: z.object({
    /** openssl.cnf files, and the one that OPENSSL_CONF of the image names, each as far as lines that are no comment say. */
    configs: z.array(
      z.object({
        path: z.string(),
        layer: LayerIndex,
        includesFipsModule: z.boolean(),
        fipsSection: z.boolean(),
        defaultProperties: z.boolean(),
      }),
    ),
    /** Paths of fipsmodule.cnf files. */
    moduleConfigs: z.array(z.string()),
    /** Paths of provider modules: `fips.so` and what is named after it. */
    providers: z.array(z.string()),
  }),
  /**
   * Programs and libraries (ELF) that were looked at for their protections, wherever they lie: stacks that may be executed, and
   * programs at a fixed address; null = not looked at.
   */
  elf: z.object({ examined: z.int().nonnegative(), executableStack: Found, fixedAddress: Found }).nullable(),
  /**
   * Files of packages in the folders of `libraries` against the digests of dpkg's md5sums, which list no settings files;
   * `more`: changed and missing ones that are not listed. null = no database has digests that are compared.
   */
  packageFiles: z
    .object({
      compared: z.int().nonnegative(),
      changed: z.array(z.object({ path: z.string(), package: z.string(), layer: LayerIndex })),
      missing: z.array(z.object({ path: z.string(), package: z.string() })),
      more: z.int().nonnegative(),
    })
    .nullable(),
});
export type SystemFacts = z.infer<typeof SystemFacts>;
