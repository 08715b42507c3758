// The annexes: every finding of the run, every digest, every package, image by image.
import type { Audit } from "../../../../shared/model/audit.ts";
import { layerOwner } from "../../../../shared/wording/layer-owner.ts";
import { countOf, fill } from "../../../../shared/wording/report/fill.ts";
import { severityWords, statusWords, subjectWords } from "../../../../shared/wording/status.ts";
import { sizeText } from "../figures.ts";
import { heading, openSection, paragraph } from "../flow.ts";
import { imageName } from "../image-name.ts";
import { drawPackages } from "../package-list.ts";
import { styles } from "../paper.ts";
import type { ReportContext } from "../report-context.ts";
import { drawTable, type Row } from "../table.ts";

export function drawAnnexes(context: ReportContext): void {
  drawFindings(context);
  drawDigests(context);
  drawPackageAnnex(context);
}

function drawFindings({ sheet, words, run, language, text }: ReportContext): void {
  const { annex } = words;
  const section = openSection(sheet, annex.findings, run.images.length === 0);
  const groups = [
    ...run.images.map((audit) => ({ name: imageName(audit.image), id: audit.image.id, findings: audit.findings })),
    ...run.subjects.map(({ subject, findings }) => ({
      name: `${subjectWords[subject.kind][language]} ${subject.name}`,
      id: subject.id,
      findings,
    })),
  ].filter(({ findings }) => findings.length > 0);
  if (groups.length === 0) {
    paragraph(sheet, section, annex.findingsNone);
    return;
  }
  drawTable(sheet, section, {
    columns: [
      { title: annex.control, share: 1.8 },
      { title: annex.title, share: 2.4 },
      { title: annex.severity, share: 1.15 },
      { title: annex.verdict, share: 1.35 },
      { title: annex.ground, share: 3 },
    ],
    names: [0],
    rows: groups.flatMap(({ name, id, findings }): Row[] => [
      { group: name, note: id },
      ...findings.map(
        (finding): Row => [
          finding.control,
          text.title(finding),
          severityWords[finding.severity][language],
          { mark: finding.status, texts: [{ text: statusWords[finding.status][language] }] },
          { texts: [{ text: text.ground(finding, (n) => fill(annex.more, { n })), style: styles.cellSoft }] },
        ],
      ),
    ]),
  });
}

function drawDigests({ sheet, words, run, language }: ReportContext): void {
  const { annex, images } = words;
  const section = openSection(sheet, annex.digests, run.images.length === 0);
  if (run.images.length === 0) {
    paragraph(sheet, section, images.none);
    return;
  }
  for (const { image } of run.images) {
    heading(sheet, section, 3, imageName(image), 60);
    const names = [
      ...image.references.slice(1),
      ...image.repoDigests,
      ...image.attestations.map(({ kind, digest }) => `${kind} ${digest}`),
    ];
    for (const line of [fill(images.idKind, { id: image.id, kind: image.idKind }), ...names]) {
      paragraph(sheet, section, line, styles.monoSoft);
      sheet.y -= 4;
    }
    sheet.y += 5;
    const ownerOf = (layer: number) => {
      const owner = layerOwner(layer, image.base, language);
      return owner === null ? [] : [{ text: owner, style: styles.cellSoft }];
    };
    if (image.layers.length === 0) paragraph(sheet, section, annex.noLayers, styles.soft);
    else {
      drawTable(sheet, section, {
        columns: [
          { title: annex.layer, share: 0.6 },
          { title: annex.diffId, share: 2.7 },
          { title: annex.size, share: 0.8, align: "right" },
          { title: annex.step, share: 3.2 },
        ],
        rows: image.layers.map(
          ({ diffId, size, step }, index): Row => [
            String(index),
            { texts: [{ text: diffId, style: styles.mono }] },
            size === null ? "–" : sizeText(size, language),
            {
              texts: [
                ...ownerOf(index),
                step === undefined
                  ? { text: annex.stepUnknown, style: styles.cellSoft }
                  : { text: step.slice(0, 400), style: styles.monoSoft },
              ],
            },
          ],
        ),
      });
    }
  }
}

function drawPackageAnnex(context: ReportContext): void {
  const { sheet, words, run } = context;
  const { annex, images } = words;
  const section = openSection(sheet, annex.packages, run.images.length === 0);
  paragraph(sheet, section, run.images.length === 0 ? images.none : annex.packagesIntro);
  // Images built on one base often hold the same packages: listed once, then pointed to.
  const listed = new Map<string, string>();
  for (const audit of run.images) {
    const name = imageName(audit.image);
    const { packages } = audit.facts;
    heading(sheet, section, 3, countOf(annex.packagesOf, packages.length, { image: name }), 30);
    const key = packageKey(audit);
    const same = listed.get(key);
    if (packages.length === 0) paragraph(sheet, section, annex.packagesNone, styles.soft);
    else if (same !== undefined)
      paragraph(sheet, section, fill(annex.packagesSame, { n: packages.length, image: same }), styles.soft);
    else {
      listed.set(key, name);
      drawPackages(context, section, packages);
    }
  }
}

function packageKey({ facts }: Audit): string {
  return JSON.stringify(facts.packages.map(({ type, name, version, arch }) => [type, name, version, arch]));
}
