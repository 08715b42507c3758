// Cases of the controls as JSON: what is given beside an empty image, and what the control must answer.
import { readdirSync, readFileSync } from "node:fs";
import type { Facts, HistoryEntry, ImageConfig } from "../../shared/model/facts.ts";
import type { Finding } from "../../shared/model/finding.ts";
import type { ImageIdentity } from "../../shared/model/image.ts";
import { configWith, factsWith, imageWith } from "./facts.ts";

export interface ControlCase {
  readonly name: string;
  /** The false alarm of other tools, or the sentence of the reference, that the case holds. */
  readonly why?: string;
  readonly given: {
    readonly image?: Partial<ImageIdentity>;
    readonly config?: Partial<ImageConfig>;
    /** Lines; those that begin with `(empty) ` made no layer, `TEXT // COMMENT` carries a comment. */
    readonly history?: readonly string[];
    readonly facts?: Partial<Facts>;
  };
  readonly expect: {
    readonly status: Finding["status"];
    /** Parts of the reason and of the evidence lines (`WHERE: DETAIL`) that must be there. */
    readonly reason?: string;
    readonly evidence?: readonly string[];
    /** Parts that no evidence line may hold. */
    readonly without?: readonly string[];
  };
}

/** The tables: `4.1.json` holds cases of `cis-docker:4.1`. */
export function controlCases(): { control: string; cases: readonly ControlCase[] }[] {
  return readdirSync("test/cases/control")
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => ({
      control: `cis-docker:${file.replace(/\.json$/, "")}`,
      cases: JSON.parse(readFileSync(`test/cases/control/${file}`, "utf8")),
    }));
}

export function subjectOf({ given }: ControlCase): { image: ImageIdentity; facts: Facts } {
  const history = historyOf(given.history ?? []);
  const count = history.filter(({ emptyLayer }) => !emptyLayer).length;
  const layers = Array.from({ length: count }, (_, layer) => ({
    diffId: `sha256:${String(layer).padStart(64, "0")}` as ImageIdentity["layers"][number]["diffId"],
    size: null,
  }));
  return {
    image: { ...imageWith(layers), ...given.image },
    facts: factsWith({ config: configWith(given.config), history, ...given.facts }),
  };
}

export function historyOf(lines: readonly string[]): HistoryEntry[] {
  let layer = 0;
  return lines.map((line) => {
    const [text = "", comment] = line.split(" // ");
    const emptyLayer = text.startsWith("(empty) ");
    return {
      created: null,
      createdBy: text.replace(/^\(empty\) /, ""),
      ...(comment === undefined ? {} : { comment }),
      emptyLayer,
      ...(emptyLayer ? {} : { layer: layer++ }),
    };
  });
}
