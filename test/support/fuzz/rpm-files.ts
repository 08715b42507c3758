// One small rpm database in each of its three forms.
import type { NewMember } from "../../../main/tar/write-tar.ts";
import { berkeleyFile } from "../berkeley-file.ts";
import { ndbFile } from "../ndb-file.ts";
import { headerBlob } from "../rpm-fixtures.ts";
import { sqliteFile } from "../sqlite-file.ts";
import { file } from "../tar-entries.ts";

const release = file("/etc/os-release", "ID=rhel\nVERSION_ID=8.9\n");
const blobs = [
  headerBlob({
    name: "bash",
    version: "4.4",
    release: "2.el8",
    epoch: 1,
    arch: "x86_64",
    sourceRpm: "bash-4.4-2.src.rpm",
  }),
  headerBlob({ name: "large", version: "1", release: "1", arch: "noarch", filler: 5000 }),
];

export const rpmFiles: readonly { readonly form: string; readonly files: readonly NewMember[] }[] = [
  { form: "sqlite", files: [release, file("/var/lib/rpm/rpmdb.sqlite", sqliteFile(blobs))] },
  { form: "ndb", files: [release, file("/usr/lib/sysimage/rpm/Packages.db", ndbFile(blobs))] },
  { form: "berkeley", files: [release, file("/var/lib/rpm/Packages", berkeleyFile(blobs))] },
];
