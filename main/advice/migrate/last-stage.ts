// The last stage, which is the image that runs: adapted in place, taken off a stage that builds, or split in two.
import type { HardenedCatalogue } from "../../../shared/model/hardened-catalogue.ts";
import { phrase } from "../../../shared/wording/say.ts";
import { adaptFinal, type Runtime } from "./adapt-final.ts";
import type { Edit } from "./edit.ts";
import { linesOf } from "./lines-of.ts";
import type { Base } from "./plan-bases.ts";
import type { DockerfileText, Instruction, Stage } from "./read-dockerfile.ts";
import { bringsOnlyCertificates, makesOnlyAccounts } from "./run-commands.ts";
import { runtimeOf } from "./runtime-of.ts";
import { splitStage } from "./split-stage.ts";
import { spanOf } from "./swap-base.ts";

export interface LastStage {
  readonly edits: readonly Edit[];
  /** What its base becomes: the image to run, or the one to build with. */
  readonly base: "runtime" | "dev";
  /** Its new name, where it is the stage that builds now. */
  readonly name?: string;
}

const isRun = ({ keyword }: Instruction): boolean => keyword === "RUN";

/**
 * `chain`: the last stage and those it is built on, first first; `base` is that of the first, `shared` whether stages that
 * run commands are built on it.
 */
export function lastStage(
  file: DockerfileText,
  { chain, base, shared }: { chain: readonly Stage[]; base: Base; shared: boolean },
  catalogue: HardenedCatalogue,
): LastStage {
  const stage = chain.at(-1);
  const all = chain.flatMap(({ instructions }) => instructions);
  const runtime = runtimeOf(base, all, catalogue);
  if (stage === undefined || base.move === null) return { edits: [], base: "dev" };
  const needless = stage.instructions.filter(
    (one) => isRun(one) && (bringsOnlyCertificates(one) || makesOnlyAccounts(one)),
  );
  const runs = all.filter((one) => isRun(one) && !needless.includes(one));
  const triggers = all.some(({ keyword, args }) => keyword === "ONBUILD" && /^RUN\b/i.test(args));
  if (runtime === null || triggers)
    return stays(chain, triggers ? "migration.stays-onbuild" : "migration.stays-no-runtime");
  if (runs.length > 0) {
    const split = splitStage(file, chain, runtime);
    if (split === null) return stays(chain, "migration.stays-unknown");
    const notes = startNote(stage, all, runtime.product);
    return { edits: [...split.edits, ...notes], base: "dev", name: split.builder };
  }
  const edits: Edit[] = needless.map((one) => ({
    ...spanOf(one),
    add: [],
    reason: bringsOnlyCertificates(one) ? phrase("migration.certificates") : phrase("migration.accounts"),
  }));
  edits.push(...startNote(stage, all, runtime.product));
  const alone = chain.length === 1 || !shared;
  for (const one of alone ? chain : [stage]) edits.push(...inPlace(file, one, all, runtime));
  if (alone) return { edits, base: "runtime" };
  return { edits: [...edits, ...offTheStages(file, chain, all, runtime)], base: "dev" };
}

/** How hardened images start by themselves, where it is not the same program as ever; the catalogue's table. */
const starts: Readonly<Record<string, string>> = {
  httpd: "httpd-foreground",
  tomcat: "catalina.sh run",
  postgres: "docker-entrypoint.sh",
  mysql: "docker-entrypoint.sh mysqld",
  mariadb: "docker-entrypoint.sh mariadbd",
  redis: "tini -- redis-server /etc/redis/redis.conf",
  valkey: "tini -- docker-entrypoint.sh valkey-server",
  rabbitmq: "rabbitmq-server",
  elasticsearch: "tini -- docker-entrypoint.sh eswrapper",
};

/** For an image that starts as its base does: something to compare, not to change. */
function startNote(stage: Stage, all: readonly Instruction[], product: string): Edit[] {
  const entry = starts[product];
  if (entry === undefined || all.some(({ keyword }) => keyword === "ENTRYPOINT")) return [];
  const reason = phrase("migration.start", { product, entry });
  return [{ at: stage.from.last + 1, remove: 0, add: [], reason, check: phrase("migration.start-check") }];
}

/** The reason stands at the FROM, which changes as well. */
function stays(chain: readonly Stage[], key: string): LastStage {
  const stage = chain.at(-1);
  const at = stage === undefined ? 0 : stage.from.last + 1;
  return {
    edits: [{ at, remove: 0, add: [], reason: phrase(key), check: phrase("migration.stays-check") }],
    base: "dev",
  };
}

function inPlace(file: DockerfileText, stage: Stage, all: readonly Instruction[], runtime: Runtime): Edit[] {
  return stage.instructions.flatMap((one) => {
    const adapted = adaptFinal(file, one, all, runtime);
    if (adapted === null) return [];
    return [{ ...spanOf(one), add: adapted.lines, reason: adapted.reason, check: adapted.check }];
  });
}

/** `FROM base AS run`, where base is for building as well: the runtime image, and what the stages below said. */
function offTheStages(
  file: DockerfileText,
  chain: readonly Stage[],
  all: readonly Instruction[],
  runtime: Runtime & { image: string },
): Edit[] {
  const stage = chain.at(-1);
  if (stage === undefined) return [];
  const add = linesOf(file, stage.from);
  const at = stage.imageAt.line - stage.from.first;
  const line = add[at] ?? "";
  const { column } = stage.imageAt;
  add[at] = `${line.slice(0, column)}${runtime.image}${line.slice(column + stage.image.length)}`;
  const below = chain.slice(0, -1).flatMap(({ instructions }) => instructions);
  const said = below.flatMap((one) => {
    const adapted = adaptFinal(file, one, all, runtime);
    return adapted === null ? linesOf(file, one) : adapted.lines;
  });
  const reason = phrase("migration.off-stage", { stage: stage.image });
  return [{ ...spanOf(stage.from), add: [...add, ...said], reason, check: phrase("migration.split-check") }];
}
