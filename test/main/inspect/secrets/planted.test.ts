// One sample of each kind of secret, in each place where an image can carry it, through the whole reading of images.
import { describe, expect, it } from "vitest";
import { memoryFactCache } from "../../../../main/inspect/fact-cache.ts";
import { inspectImages } from "../../../../main/inspect/inspect-images.ts";
import type { Facts } from "../../../../shared/model/facts.ts";
import { type BuiltImage, file, image, memorySource, whiteout } from "../../../support/image-builder.ts";
import { type Planted, planted } from "../../../support/planted-secrets.ts";

const never = new AbortController().signal;

async function factsOf(built: BuiltImage): Promise<{ facts: Facts; everything: string }> {
  const source = memorySource([built]);
  const keys = (await source.list(never)).images.map(({ key }) => key);
  let facts: Facts | null = null;
  let everything = "";
  for await (const event of inspectImages(source, keys, { cache: memoryFactCache() }, never)) {
    everything += JSON.stringify(event);
    if (event.kind === "facts") facts = event.inspected.facts;
  }
  if (facts === null) throw new Error(everything);
  return { facts, everything };
}

/** The image that carries the sample in all places that make sense. */
function carrier({ text, path, onlyFile }: Planted, deletedOnly: boolean): BuiltImage {
  const at = path ?? "/srv/app/settings.txt";
  const content = Buffer.from(
    path?.endsWith(".key") === true ? text : `${text}\n`,
    path?.endsWith(".key") ? "latin1" : "utf8",
  );
  const built = image().tag("planted:1").layer(file(at, content));
  if (deletedOnly) return built.layer(whiteout(at));
  if (onlyFile !== undefined) return built;
  return built
    .config({ Env: ["PATH=/bin", `SETTING=${text}`], Labels: { note: text } })
    .history([{ created_by: `RUN /bin/sh -c echo '${text}' > /srv/x # buildkit` }]);
}

describe("a planted secret", () => {
  it("is of one of more than forty kinds", () => {
    expect(new Set(planted.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(40);
  });

  it.each(planted.map((each) => [`${each.kind} ${each.path ?? ""}`, each] as const))(
    "%s is found everywhere, and its value nowhere",
    async (_, sample) => {
      const { kind, value, path, onlyFile, elsewhere } = sample;
      const at = path ?? "/srv/app/settings.txt";
      const { facts, everything } = await factsOf(carrier(sample, false));
      const found = facts.secrets.map((secret) => `${secret.where} ${secret.kind}`);
      const outside =
        onlyFile === undefined ? ["env", "history", "label"].map((where) => `${where} ${elsewhere ?? kind}`) : [];
      expect(found).toEqual(expect.arrayContaining([`file ${kind}`, ...outside]));
      expect(facts.secrets.find(({ where }) => where === "file")).toMatchObject({ path: at, layer: 0 });
      expect(facts.secrets.filter(({ where }) => where === "file")).toHaveLength(1);
      expect(everything).not.toContain(JSON.stringify(value).slice(1, -1));

      const deleted = await factsOf(carrier(sample, true));
      expect(deleted.facts.secrets).toMatchObject([{ where: "file", kind, path: at, layer: 0, removedInLayer: 1 }]);
      expect(deleted.everything).not.toContain(JSON.stringify(value).slice(1, -1));
    },
  );
});
