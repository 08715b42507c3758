// `apk` commands for a stage whose hardened image is Debian's: the catalogue names no Alpine tag for most lines, and apk is
// not there then. Packages with another name in Debian are in the table; what is not is kept and named for a person.

import type { Instruction } from "./read-dockerfile.ts";
import { commandsOf, installed } from "./run-commands.ts";

/** null = Debian needs none of it. */
const debianName: ReadonlyMap<string, string | null> = new Map([
  ...(
    "bash bison cmake curl dumb-init ffmpeg file flex g++ gawk gcc gettext git gnupg graphviz imagemagick jq less libtool make " +
    "nano openssl openssh-client patch perl pkgconf procps python3 rsync sqlite3 tar tini tzdata unzip vim wget xz-utils zip"
  )
    .split(" ")
    .map((name): [string, string] => [name, name]),
  ["build-base", "build-essential"],
  ["alpine-sdk", "build-essential"],
  ["autoconf", "autoconf"],
  ["automake", "automake"],
  ["ca-certificates", null],
  ["libc6-compat", null],
  ["gcompat", null],
  ["musl", null],
  ["musl-dev", "libc6-dev"],
  ["libc-dev", "libc6-dev"],
  ["linux-headers", "linux-libc-dev"],
  ["libffi-dev", "libffi-dev"],
  ["libpq", "libpq5"],
  ["libpq-dev", "libpq-dev"],
  ["postgresql-dev", "libpq-dev"],
  ["postgresql-client", "postgresql-client"],
  ["openssl-dev", "libssl-dev"],
  ["zlib-dev", "zlib1g-dev"],
  ["libxml2-dev", "libxml2-dev"],
  ["libxslt-dev", "libxslt1-dev"],
  ["yaml-dev", "libyaml-dev"],
  ["sqlite", "sqlite3"],
  ["sqlite-dev", "libsqlite3-dev"],
  ["mariadb-dev", "libmariadb-dev"],
  ["mysql-client", "default-mysql-client"],
  ["mariadb-client", "mariadb-client"],
  ["py3-pip", "python3-pip"],
  ["python3-dev", "python3-dev"],
  ["libzip-dev", "libzip-dev"],
  ["icu-dev", "libicu-dev"],
  ["oniguruma-dev", "libonig-dev"],
  ["pkgconfig", "pkgconf"],
  ["xz", "xz-utils"],
]);

export interface AptRun {
  readonly line: string;
  /** Packages of which no Debian name is known; they are kept under the name they had. */
  readonly unknown: readonly string[];
}

/** The RUN with apt-get in place of apk; null where it has no apk; "unclear" where it has more shell than can be read. */
export function aptInsteadOfApk(run: Instruction): AptRun | "unclear" | null {
  if (run.keyword !== "RUN" || !/(^|[\s;&|(])apk\s/.test(run.args)) return null;
  const commands = commandsOf(run);
  if (commands === null || run.args.includes(";")) return "unclear";
  const unknown: string[] = [];
  const out: string[] = [];
  for (const command of commands) {
    const packages = installed(command);
    if (packages !== null) {
      const names = packages.flatMap((name) => {
        const [bare = name] = name.split(/[=~<>]/, 1);
        const known = debianName.get(bare);
        if (known === undefined) unknown.push(bare);
        return known === null ? [] : [known ?? bare];
      });
      if (names.length > 0) {
        out.push("apt-get update", `apt-get install -y --no-install-recommends ${[...new Set(names)].join(" ")}`);
        out.push("rm -rf /var/lib/apt/lists/*");
      }
    } else if (/^apk .*\bupgrade\b/.test(command)) out.push("apt-get update", "apt-get upgrade -y");
    else if (/^apk .*\bupdate\b/.test(command) || /^rm -rf? \/var\/cache\/apk/.test(command)) continue;
    else if (/^apk\s/.test(command)) return "unclear";
    else out.push(command);
  }
  const flags = (/^(?:--\S+\s+)*/.exec(run.args)?.[0] ?? "").replace(/\s+/g, " ");
  return { line: out.length === 0 ? "" : `RUN ${flags}${out.join(" && ")}`, unknown };
}
