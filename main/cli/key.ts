// `plimsoll key show`: which key signs, and how well it is protected. Nothing secret is read for it.
import { describeIdentity } from "../evidence/signing/local-identity.ts";
import { homeFolder, homeLayout } from "../store/home.ts";
import { type ExitCode, exitCodes } from "./exit.ts";
import type { Format } from "./format-option.ts";
import { identityFolder } from "./identity.ts";
import type { World } from "./world.ts";

export interface KeyOptions {
  readonly identity: string;
  readonly format: Format;
}

export async function showKey(options: KeyOptions, world: World): Promise<ExitCode> {
  const folder = identityFolder(homeLayout(homeFolder(world.env["PLIMSOLL_HOME"])), options.identity);
  const identity = await describeIdentity(folder);
  if (options.format === "json") {
    world.stdout.write(`${JSON.stringify({ schema: "plimsoll/key@1", folder, identity }, null, 2)}\n`);
    return exitCodes.done;
  }
  if (identity === null) {
    world.stdout.write(
      `There is no key ${options.identity} yet; it is made when the first report is signed, in ${folder}\n`,
    );
    return exitCodes.done;
  }
  const protection =
    identity.protection === "passphrase"
      ? "protected by a passphrase"
      : "unprotected: whoever can read the file can sign in its name";
  world.stdout.write(
    [
      `identity     ${identity.name}`,
      `fingerprint  ${identity.fingerprint}`,
      `CA           ${identity.caFingerprint}`,
      `valid until  ${identity.notAfter}`,
      `protection   ${protection}`,
      `origin       ${identity.origin}; self-asserted, confirmed by nobody until someone pins the fingerprint`,
      `folder       ${folder}`,
      "",
    ].join("\n"),
  );
  return exitCodes.done;
}
