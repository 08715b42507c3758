// Opens the signing identity for a command: passphrase from a file or a prompt, never from an argument.
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { FailureError } from "../../shared/model/failure.ts";
import { checkIdentityName, needsPassphrase, openIdentity } from "../evidence/signing/local-identity.ts";
import type { Signer } from "../evidence/signing/signer.ts";
import { fileCause } from "../file-error.ts";
import type { Home } from "../store/home.ts";
import type { World } from "./world.ts";

/** The identity's signer; made at first use. Throws `key-unusable`, `not-readable` (passphrase file), `not-writable`. */
export async function openSigner(
  world: World,
  home: Home,
  options: { readonly identity: string; readonly passphraseFile?: string },
): Promise<Signer> {
  const folder = identityFolder(home, options.identity);
  const fromFile = await passphraseFrom(world, options.passphraseFile);
  const passphrase = fromFile ?? ((await needsPassphrase(folder)) ? await ask(world, folder) : null);
  return openIdentity({ folder, name: options.identity, passphrase, now: world.instant(), create: true });
}

/** Where an identity lies. Throws `usage` for a name that would leave the folder of keys. */
export function identityFolder(home: Home, name: string): string {
  checkIdentityName(name);
  return join(home.keys, name);
}

async function passphraseFrom(world: World, option: string | undefined): Promise<string | null> {
  const path = option ?? world.env["PLIMSOLL_PASSPHRASE_FILE"];
  if (path === undefined || path === "") return null;
  try {
    const [line = ""] = (await readFile(resolve(world.cwd, path), "utf8")).split(/\r?\n/);
    if (line !== "") return line;
  } catch (error) {
    throw new FailureError({ kind: "not-readable", path, cause: fileCause(error) }, { cause: error });
  }
  throw new FailureError({ kind: "not-readable", path, cause: "its first line, the passphrase, is empty" });
}

async function ask(world: World, folder: string): Promise<string> {
  if (world.askPassphrase === null) {
    throw new FailureError({
      kind: "key-unusable",
      path: folder,
      cause: "it needs a passphrase and there is no terminal to ask; use --passphrase-file or PLIMSOLL_PASSPHRASE_FILE",
    });
  }
  return world.askPassphrase("Passphrase of the signing key: ");
}
