import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recommendationText } from "../../../../main/cli/recommendation-text.ts";
import { recommendFor } from "../../../../main/recommend.ts";
import { languages } from "../../../../shared/model/languages.ts";
import { Recommendation } from "../../../../shared/model/move.ts";
import { phrases } from "../../../../shared/wording/say.ts";
import {
  catalogues,
  goProgram,
  type ImageWords,
  judged,
  osOf,
  recommended,
  runtimeOf,
} from "../../../support/judged-image.ts";
import { expected } from "./expected.ts";
import { situations } from "./situations.ts";

/** Every tag of the hardened catalogue with its repository. */
const held = new Set(
  catalogues.hardened.products.flatMap(({ repository, versions, removedAtEol = [] }) =>
    [...versions.flatMap(({ tag, devTag }) => [tag, devTag]), ...removedAtEol.map(({ lastTag }) => lastTag)].flatMap(
      (tag) => (tag === undefined ? [] : [`${repository}:${tag}`]),
    ),
  ),
);

/** What holds for every recommendation, whatever the image. */
function isSound(answer: Recommendation): void {
  expect(Recommendation.strict().safeParse(answer).error).toBeUndefined();
  for (const move of answer.moves) {
    expect(held).toContain(move.to);
    if (move.devTo !== undefined) expect(held).toContain(move.devTo);
    expect(move.losses).toContain("cis-docker:4.6");
    expect(move.changes.map(({ control }) => control)).toEqual([...move.gains, ...move.losses]);
    expect(new Set([...move.gains, ...move.losses]).size).toBe(move.gains.length + move.losses.length);
    expect(move.reasons.length).toBeGreaterThan(0);
    expect(move.source).toContain(catalogues.hardened.date);
    expect(move.kind === "dhi-els").toBe(move.supportedUntil.estimate === true);
    expect(move.kind === "dhi-els").toBe(move.tier === "enterprise-els");
  }
  const said = [...answer.moves, ...answer.lookFor].flatMap((one) => one.phrases);
  for (const { key } of [...said, ...answer.phrases, answer.now.thing.phrase]) expect(phrases[key], key).toBeDefined();
  if (answer.moves.length === 0) expect(answer.phrases.some(({ key }) => key.startsWith("move.none-"))).toBe(true);
  for (const language of languages) {
    const text = recommendationText(answer, language);
    expect(text.split("\n").every((line) => isPlain(line))).toBe(true);
  }
}

const isPlain = (line: string): boolean => !/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/.test(line);

describe("recommend", () => {
  it("has an expectation for each situation, and they are many", () => {
    expect(Object.keys(expected)).toEqual(Object.keys(situations));
    expect(Object.keys(situations).length).toBeGreaterThanOrEqual(60);
  });

  it.each(Object.entries(situations))("%s", (name, words) => {
    const answer = recommended(words);
    isSound(answer);
    for (const language of languages) expect(recommendationText(answer, language)).not.toMatch(/\{\w+\}/);
    const moves = answer.moves.map(
      ({ kind, to, effort, supportedUntil: { before, after } }) =>
        `${kind} ${to}, ${effort}, ${before ?? "?"} -> ${after ?? "?"}`,
    );
    const none = answer.phrases.map(({ key }) => key.slice(5)).find((key) => key.startsWith("none"));
    const thing = `${answer.now.thing.by}: ${answer.now.thing.product ?? "-"}`;
    expect([thing, ...(moves.length === 0 ? [none] : moves)]).toEqual(expected[name]);
  });

  it("says nothing else when it is asked again", () => {
    for (const words of Object.values(situations)) expect(recommended(words)).toEqual(recommended(words));
  });
});

const keysOf = (words: ImageWords, at = 0) => recommended(words).moves[at]?.phrases.map(({ key }) => key) ?? [];

describe("what a move costs and changes", () => {
  const node = { os: osOf("debian", "13"), runtimes: [runtimeOf("nodejs", "24.1.0")] };

  it("counts the work by what the image shows", () => {
    const words: ImageWords = {
      ...node,
      base: ["node:24"],
      config: {
        cmd: ["/bin/sh", "-c", "node a.js"],
        exposedPorts: ["80/tcp"],
        healthcheck: { test: ["CMD-SHELL", "curl -f localhost"] },
      },
      facts: {
        history: [
          { created: null, createdBy: "RUN apt-get update && apt-get install -y curl", emptyLayer: false, layer: 2 },
        ],
      },
    };
    expect(recommended(words).moves[0]?.effort).toBe("high");
    expect(keysOf(words)).toEqual(
      expect.arrayContaining([
        "move.effort-start-shell",
        "move.effort-healthcheck",
        "move.effort-packages",
        "move.effort-ports",
        "move.effort-user",
      ]),
    );
  });

  it("does not take the steps of a proven base for the user's own", () => {
    const step = { created: null, createdBy: "RUN apk add --no-cache curl", emptyLayer: false };
    const base = ["node:24"];
    expect(keysOf({ ...node, base, facts: { history: [{ ...step, layer: 0 }] } })).not.toContain(
      "move.effort-packages",
    );
    expect(keysOf({ ...node, facts: { history: [{ ...step, layer: 0 }] }, config: { cmd: ["node"] } })).toContain(
      "move.effort-packages-whose",
    );
  });

  it("expects the user control to pass, and marks it as expected", () => {
    const [move] = recommended({ ...node, config: { cmd: ["node"] } }).moves;
    expect(move?.gains).toEqual(expect.arrayContaining(["cis-docker:4.1", "image-srg:user-nonroot"]));
    expect(move?.changes.every(({ certainty }) => certainty === "expected")).toBe(true);
    expect(move?.changes.find(({ control }) => control === "cis-docker:4.1")?.reason).toContain("user 1000");
  });

  it("says of HEALTHCHECK that one is lost, or that there is none today", () => {
    const reason = (config: ImageWords["config"]) =>
      recommended({ ...node, config: { cmd: ["node"], ...config } }).moves[0]?.changes.find(
        ({ control }) => control === "cis-docker:4.6",
      )?.phrase.key;
    expect(reason({ healthcheck: { test: ["CMD", "node", "check.js"] } })).toBe("move.loss-healthcheck");
    expect(reason({})).toBe("move.loss-healthcheck-none");
  });

  it("promises no user that the image's own layers decide", () => {
    const words = situations["hardened, an older tag"] ?? {};
    const [move] = recommended({ ...words, config: { user: "root" } }).moves;
    expect(move).toMatchObject({ kind: "newer-tag", gains: [] });
  });

  it("names the tag to build with, and where the alpine one has to be looked up", () => {
    const [move] = recommended(situations["node 24 on Alpine"] ?? {}).moves;
    expect(move?.devTo).toMatch(/^dhi\.io\/node:24.*-dev$/);
    expect(move?.phrases.map(({ key }) => key)).toEqual(
      expect.arrayContaining(["move.effort-family", "move.family-look"]),
    );
  });

  it("calls the end of extended support a bound, asks for Enterprise, and never lets it mend what is over", () => {
    const answer = recommended(situations["ruby 3.2"] ?? {});
    const els = answer.moves.find(({ kind }) => kind === "dhi-els");
    expect(els).toMatchObject({ tier: "enterprise-els", supportedUntil: { after: "2031-03-31", estimate: true } });
    expect(els?.reasons.join(" ")).toContain("no promise");
    expect(answer.moves[0]?.kind).toBe("dhi");
  });

  it("tells both ends where sources disagree, and sells nothing then", () => {
    const answer = recommended(situations["redis 7.2, past its end"] ?? {});
    expect(answer.moves.map(({ kind }) => kind)).not.toContain("dhi-els");
    expect(answer.reasons.join(" ")).toMatch(/disagree.*2026-02-28.*2029-12-01/);
  });

  it("names versions to look for, and never a tag of a repository that no data hold", () => {
    const answer = recommended(situations["node 18, two lines back"] ?? {});
    expect(answer.lookFor.map(({ kind, product, cycle }) => [kind, product, cycle])).toEqual([
      ["next-line", "debian", "13"],
      ["next-line", "nodejs", "24"],
    ]);
    expect(JSON.stringify(answer)).not.toMatch(/"to":"(?!dhi\.io\/)/);
  });

  it("does not take forged labels for a hardened image", () => {
    for (const name of [
      "labels without proof",
      "labels of a product that does not exist",
      "hostile labels that are proven",
    ]) {
      const answer = recommended(situations[name] ?? {});
      expect(answer.now.thing.by).not.toBe("chain-id");
      expect(answer.phrases.map(({ key }) => key)).toEqual(
        expect.arrayContaining([expect.stringMatching(/labels-unproven|product-not-held/)]),
      );
    }
  });

  it("says that a chain id alone does not show who built the layers", () => {
    const keys = recommended(situations["hardened and current"] ?? {}).phrases.map(({ key }) => key);
    expect(keys).toContain("move.chain-alone");
  });

  it("takes no FIPS variant to a public tag, and sells no extended support twice", () => {
    const old = situations["hardened line that has left the catalogue"] ?? {};
    const withLabels = (words: ImageWords, labels: object): ImageWords =>
      words.dhi === undefined ? words : { ...words, dhi: { ...words.dhi, labels: { ...words.dhi.labels, ...labels } } };
    const els = recommended(withLabels(old, { "com.docker.dhi.entitlement": "els" }));
    expect(els.moves.map(({ kind }) => kind)).toEqual(["next-line"]);
    const current = situations["hardened, an older tag"] ?? {};
    const fips = recommended(withLabels(current, { "com.docker.dhi.compliance": "fips,stig,cis" }));
    expect(fips.moves).toEqual([]);
    expect(fips.reasons.join(" ")).toContain("FIPS variant");
  });

  it("says that a customisation has to be built anew", () => {
    const words = situations["hardened, an older tag"] ?? {};
    const answer = recommended({ ...words, references: ["acme/dhi-python:3.13-debian13_with-curl"] });
    expect(answer.phrases.map(({ key }) => key)).toContain("move.customised");
    expect(answer.moves[0]?.kind).toBe("newer-tag");
  });

  it("judges as of the day", () => {
    const words = situations["python 3.9, past its end"] ?? {};
    const tags = (on: string) => recommended({ ...words, on }).moves.map(({ to }) => to);
    expect(tags("2026-08-23")).toContain("dhi.io/python:3.10.21-debian13");
    expect(tags("2026-11-24")).not.toContain("dhi.io/python:3.10.21-debian13");
  });

  it("keeps every text of an image bounded", () => {
    const answer = recommended(situations["hostile labels beside node"] ?? {});
    expect(JSON.stringify([answer.now.thing, answer.moves, answer.phrases]).length).toBeLessThan(20_000);
  });
});

describe("whatever the image", () => {
  const text = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.constantFrom("__proto__", "constructor", "\u001b[2J", "../..", "$X"),
  );
  const version = fc.oneof(
    fc.tuple(fc.nat(30), fc.nat(30), fc.nat(30)).map((numbers) => numbers.join(".")),
    fc.constantFrom("latest", "1.8.0_402", "21", "3", "v3.1", "999999999999999999999"),
    text,
  );
  const products = catalogues.hardened.products.map(({ product }) => product);
  const runtime = fc
    .tuple(
      fc.constantFrom("python", "nodejs", "go", "java", "php", "nginx", "redis", "tomcat", "mysql", "constructor"),
      version,
    )
    .map(([product, of]) => runtimeOf(product, of));
  const system = fc.oneof(
    fc.constant(null),
    fc
      .tuple(fc.constantFrom("debian", "alpine", "ubuntu", "rhel", "wolfi", "dhi"), version)
      .map(([id, of]) => osOf(id, of)),
  );
  const words: fc.Arbitrary<ImageWords> = fc.record(
    {
      on: fc.constantFrom("2024-02-29", "2026-08-22", "2026-11-24", "2031-01-01"),
      os: system,
      references: fc.array(
        fc.tuple(fc.constantFrom("node", "python", "mongo", "debian", "x/y"), version).map((parts) => parts.join(":")),
        { maxLength: 3 },
      ),
      runtimes: fc.array(fc.oneof(runtime, version.map(goProgram)), { maxLength: 4 }),
      config: fc.record({
        user: text,
        cmd: fc.oneof(fc.constant(null), fc.array(text, { maxLength: 3 })),
        exposedPorts: fc.array(
          fc.oneof(
            text,
            fc.nat(70_000).map((port) => `${port}/tcp`),
          ),
          { maxLength: 3 },
        ),
      }),
      dhi: fc.record({
        name: fc.constantFrom(...products).map((name) => `dhi/${name}`),
        version,
        layers: fc.constantFrom(0, 2, 3),
        labels: fc.record({
          "com.docker.dhi.definition": text,
          "com.docker.dhi.date.end-of-life": text,
          "com.docker.dhi.flavor": text,
        }),
      }),
    },
    { requiredKeys: [] },
  );

  it("proposes only tags that the catalogue holds, each with its loss, and says something", () => {
    fc.assert(
      fc.property(words, (image) => isSound(recommended(image))),
      { numRuns: 200 },
    );
  });

  it("finds a line of every hardened product that its own version names", () => {
    const images = catalogues.hardened.products.filter(({ kind }) => kind === "image");
    for (const { product, versions } of images) {
      for (const { tag, version: line } of versions.slice(0, 2)) {
        const labels = { "com.docker.dhi.definition": `image/${product}/debian-13/${line}` };
        const answer = recommended({
          os: osOf("debian", "13"),
          config: { user: "65532" },
          dhi: { name: `dhi/${product}`, version: tag, layers: 3, labels },
        });
        expect([product, line, answer.moves.filter(({ kind }) => kind === "newer-tag")]).toEqual([product, line, []]);
      }
    }
  });
});

it("judges by the audit that it is given and nothing else", () => {
  const { audit, on } = judged(situations["node 20, past its end"] ?? {});
  const before = JSON.stringify(audit);
  recommendFor(audit, { ...catalogues, on });
  expect(JSON.stringify(audit)).toBe(before);
});
