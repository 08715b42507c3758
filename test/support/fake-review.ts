// The review of technologies for tests of the window: the real review over a small stock of images, with what people say of
// technologies in memory.
import { reviewOf } from "../../main/evidence/review/review-of.ts";
import type { InputOf, OutputOf } from "../../shared/ipc/contract.ts";
import type { TechnologyEdit } from "../../shared/ipc/review.ts";
import type { Failure, Result } from "../../shared/model/failure.ts";
import type { Technology } from "../../shared/model/technology.ts";
import { on, reviewInput, technologies } from "./technology-case.ts";

export interface FakeReviewOptions {
  /** No image is kept and nothing is stated. */
  readonly emptyReview?: boolean;
  /** The file of technologies cannot be used. */
  readonly brokenReview?: boolean;
}

const file = "/home/ada/.local/share/plimsoll/technologies.yaml";
const broken: Failure = {
  kind: "catalogue-invalid",
  file,
  line: 12,
  column: 5,
  cause: "approver: Ada Lovelace is the owner; another person must approve the plan",
};

type Answers = { [K in "review.get" | "review.set"]: (input: InputOf<K>) => Result<OutputOf<K>> };

export function fakeReview(options: FakeReviewOptions): Answers {
  let stated: readonly Technology[] = technologies;
  return {
    "review.get": ({ periodEnd }) => {
      if (options.brokenReview === true) return { ok: false, failure: broken };
      const { periodEnd: _, ...input } = reviewInput();
      const nothing = options.emptyReview === true ? { images: [], technologies: null } : {};
      const review = reviewOf({
        ...input,
        technologies: { technologies: stated, digest: "" },
        ...nothing,
        ...(periodEnd === null ? {} : { periodEnd }),
      });
      const { period, counts, technologies: all, notSeen, population } = review;
      const images = population.images.length;
      return {
        ok: true,
        value: { file, operator: "ada", on, period, counts, technologies: all, notSeen, images },
      };
    },
    "review.set": (edit) => {
      const entry = changed(
        stated.find((other) => isAbout(other, edit.subject)),
        edit,
      );
      stated = [...stated.filter((other) => !isAbout(other, edit.subject)), entry];
      return { ok: true, value: entry };
    },
  };
}

function isAbout(entry: Technology, { product, cycle, name }: TechnologyEdit["subject"]): boolean {
  return entry.product === product && entry.cycle === cycle && entry.name === name;
}

function changed(before: Technology | undefined, { subject, approver, reviewer, ...said }: TechnologyEdit): Technology {
  const values = {
    ...before,
    ...subject,
    ...said,
    ...(approver === undefined ? {} : { approver, approved: approver === null ? null : on }),
    ...(reviewer === undefined ? {} : { reviewer, reviewed: on }),
  };
  const kept = Object.entries(values).filter(([, value]) => value !== null && value !== undefined);
  return { id: "fake-entry", ...Object.fromEntries(kept) };
}
