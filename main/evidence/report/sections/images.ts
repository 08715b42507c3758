// Controls by image: who the image is, then every verdict, failures first and in full.
import type { Audit } from "../../../../shared/model/audit.ts";
import type { ImageIdentity } from "../../../../shared/model/image.ts";
import { fill } from "../../../../shared/wording/report/fill.ts";
import { hardenedWords, lifecycleWords } from "../../../../shared/wording/status.ts";
import { drawCounts } from "../counts.ts";
import { drawFactPairs, drawFacts, type Fact } from "../fact-list.ts";
import { instantText, sizeText } from "../figures.ts";
import { heading, openSection, paragraph } from "../flow.ts";
import { imageName } from "../image-name.ts";
import { styles } from "../paper.ts";
import type { ReportContext } from "../report-context.ts";
import type { Element } from "../sheet.ts";
import { worstFirst } from "../standing.ts";
import { drawVerdicts } from "../verdicts.ts";

/** Names and registry digests of one image that are printed here; annex B has them all. */
const shownNames = 4;

export function drawImages(context: ReportContext): void {
  const { sheet, words, run } = context;
  const section = openSection(sheet, words.images.title, run.images.length === 0);
  paragraph(sheet, section, run.images.length === 0 ? words.images.none : words.images.intro);
  for (const [index, audit] of worstFirst(run.images).entries()) {
    if (index > 0) sheet.newPage();
    drawImage(context, section, audit);
  }
}

function drawImage(context: ReportContext, parent: Element, audit: Audit): void {
  const { sheet, language } = context;
  const section = sheet.element("Sect", parent);
  heading(sheet, section, 2, imageName(audit.image), 120);
  drawFacts(sheet, section, identityFacts(context, audit.image));
  drawFactPairs(sheet, section, ...stateFacts(context, audit));
  drawCounts(sheet, section, audit.summary.byStatus, { language, size: "small" });
  sheet.y += 6;
  drawVerdicts(context, section, audit.findings, audit.image.base);
  section.end();
}

function identityFacts({ words }: ReportContext, image: ImageIdentity): Fact[] {
  const { images, annex } = words;
  const mono = (texts: readonly string[]) => {
    const shown = texts.slice(0, shownNames).map((text) => ({ text, style: styles.mono }));
    const rest = texts.length - shown.length;
    return rest > 0 ? [...shown, { text: fill(annex.more, { n: rest }), style: styles.cellSoft }] : shown;
  };
  const listed = image.listedAs;
  return [
    { name: images.imageId, value: mono([fill(images.idKind, { id: image.id, kind: image.idKind })]) },
    ...(listed === undefined
      ? []
      : [{ name: images.listedAs, value: mono([fill(images.idKind, { id: listed.id, kind: listed.idKind })]) }]),
    ...(image.references.length > 1 ? [{ name: images.names, value: mono(image.references.slice(1)) }] : []),
    {
      name: images.repoDigests,
      value: image.repoDigests.length > 0 ? mono(image.repoDigests) : images.noRepoDigest,
    },
  ];
}

function stateFacts({ words, language, run }: ReportContext, audit: Audit): [Fact[], Fact[]] {
  const { images } = words;
  const { image, facts, hardened, summary } = audit;
  const until = summary.supportedUntil;
  const support = lifecycleWords[summary.lifecycle][language];
  const hardening = [hardenedWords[hardened.state][language], hardened.family, hardened.product];
  return [
    [
      { name: images.system, value: facts.os === null ? images.noSystem : (facts.os.prettyName ?? facts.os.id) },
      {
        name: images.support,
        value: [
          { text: support },
          ...(until === null
            ? []
            : [{ text: fill(images.until, { day: until.date, component: until.component }), style: styles.cellSoft }]),
        ],
      },
      { name: images.hardened, value: hardening.filter((part) => part !== undefined).join(", ") },
      ...usage(),
    ],
    [
      { name: images.platform, value: image.platform },
      {
        name: images.created,
        value: image.created === null ? images.createdUnknown : instantText(image.created),
      },
      { name: images.size, value: sizeText(image.size, language) },
      { name: images.layers, value: [{ text: String(image.layers.length) }, ...boundary()] },
    ],
  ];

  function boundary() {
    if (image.layers.length === 0) return [];
    const { base } = image;
    const names = base?.references.join(", ") ?? "";
    const text =
      base === undefined
        ? images.baseNotProven
        : fill(names === "" ? images.baseUnnamed : images.baseNamed, { n: base.layers, names });
    return [{ text, style: styles.cellSoft }];
  }

  function usage(): Fact[] {
    const { running, stopped } = image.usedBy;
    // Only an engine knows who uses an image.
    const isKnown = run.source.kind === "engine" || run.source.kind === "mixed";
    return [
      ...(isKnown ? [{ name: images.used, value: fill(images.usedValue, { running, stopped }) }] : []),
      ...(image.dangling ? [{ name: images.names, value: images.dangling }] : []),
    ];
  }
}
