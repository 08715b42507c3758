// `plimsoll images`: what there is, and what is left out and why.
import type { RunError } from "../../shared/model/audit.ts";
import type { Failure } from "../../shared/model/failure.ts";
import { plainText } from "../../shared/plain-text.ts";
import { displayName } from "../../shared/reference.ts";
import { sayFailure } from "../../shared/wording/failure.ts";
import { type ExitCode, exitCodes } from "./exit.ts";
import { shortId, sizeText } from "./format.ts";
import type { Format } from "./format-option.ts";
import { openScanner } from "./open-scanner.ts";
import type { SourceOptions } from "./source-options.ts";
import { textTable } from "./table.ts";
import type { World } from "./world.ts";

export interface ImagesOptions extends SourceOptions {
  readonly format: Format;
}

export async function runImages(options: ImagesOptions, world: World): Promise<ExitCode> {
  const scanner = await openScanner(options, world);
  try {
    const { source, images: listed, excluded, failures } = await scanner.list(world.signal);
    const images = listed.filter(({ unreadable }) => unreadable === undefined);
    const errors = [
      ...failures.map(({ reference, failure }) => errorOf(reference, failure)),
      ...listed.flatMap((image) => {
        const reference = displayName(image);
        const { unreadable: cause } = image;
        return cause === undefined ? [] : [errorOf(reference, { kind: "image-unreadable", reference, cause })];
      }),
    ];
    if (options.format === "json") {
      const answer = {
        schema: "plimsoll/images@1",
        source,
        images: images.map(({ key: _, diffIds: __, ...image }) => image),
        excluded,
        errors,
      };
      world.stdout.write(`${JSON.stringify(answer, null, 2)}\n`);
    } else {
      const rows = images.map((image) => [
        plainText(displayName(image), 80),
        shortId(image.id),
        plainText(image.platform ?? "", 30),
        plainText(image.created?.slice(0, 10) ?? "", 10),
        sizeText(image.size),
        usedText(image.usedBy),
      ]);
      world.stdout.write(textTable(["image", "id", "platform", "created", "size", "used by"], rows));
      if (excluded.length > 0) {
        world.stdout.write("\n");
        world.stdout.write(
          textTable(
            ["left out", "why"],
            excluded.map((one) => [plainText(one.reference, 80), plainText(one.reason, 120)]),
          ),
        );
      }
    }
    for (const { message } of errors) world.stderr.write(`plimsoll: ${message}\n`);
    return errors.length > 0 ? exitCodes.notAllDone : exitCodes.done;
  } finally {
    await scanner.close();
  }
}

function errorOf(reference: string, failure: Failure): RunError {
  return { reference, message: sayFailure(failure, "en") };
}

function usedText({ running, stopped }: { running: number; stopped: number }): string {
  if (running + stopped === 0) return "–";
  return [running > 0 ? `${running} running` : "", stopped > 0 ? `${stopped} stopped` : ""].filter(Boolean).join(", ");
}
