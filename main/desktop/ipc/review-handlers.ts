// The window's questions about the review of technologies: how it stands, what people say of one, and the signed form, by the
// same functions as `plimsoll report make --form pci-12.3.4`.
import { join } from "node:path";
import type { CalendarDay } from "../../../shared/calendar-day.ts";
import type { Clock } from "../../../shared/clock.ts";
import type { Handlers } from "../../../shared/ipc/contract.ts";
import type { LifecycleData } from "../../../shared/model/lifecycle.ts";
import type { TechnologyReview } from "../../../shared/model/technology.ts";
import { setTechnology, type TechnologyChange } from "../../data/change-technologies.ts";
import { loadEntitlementsIfThere } from "../../data/entitlements.ts";
import { loadTechnologiesIfThere } from "../../data/technologies.ts";
import { writeReviewPack } from "../../evidence/review/review-pack.ts";
import type { Signer } from "../../evidence/signing/signer.ts";
import { refuseEmpty, reviewKept } from "../../review.ts";
import type { AuditStore } from "../../store/audits.ts";
import type { Home } from "../../store/home.ts";

export interface ReviewDeps {
  readonly lifecycle: LifecycleData;
  readonly hardened: { readonly source: string; readonly date: CalendarDay };
  readonly store: Pick<AuditStore, "runs" | "lifecycleFacts">;
  /** Read anew for every answer, since people edit them. */
  readonly files: Pick<Home, "technologies" | "entitlements">;
  readonly clock: Clock;
  readonly instant: () => Date;
  readonly tool: { readonly version: string; readonly digest?: string };
  readonly openSigner: () => Promise<Signer>;
  readonly folders: { readonly reports: string; readonly fonts: string; readonly assets: string };
  readonly host: { readonly name: string; readonly os: string };
  readonly operator: string;
  readonly reveal: (path: string) => void;
}
type ReviewHandlers = Pick<Handlers<AbortSignal>, "review.get" | "review.set" | "review.export">;

/** The handlers of those channels; `written` takes what was written. Each throws FailureError: a file at fault, no key. */
export function reviewHandlers(deps: ReviewDeps, written: Set<string>): ReviewHandlers {
  const { files, clock, operator } = deps;
  return {
    "review.get": async ({ periodEnd }) => {
      const { on, period, counts, technologies, notSeen, population } = await reviewNow(deps, periodEnd);
      const images = population.images.length;
      return { file: files.technologies, operator, on, period, counts, technologies, notSeen, images };
    },
    "review.set": async ({ subject, owner, plan, approver, reviewer, fixes }) => {
      const today = clock.today();
      const change: TechnologyChange = {
        ...(owner === undefined ? {} : { owner: trimmed(owner) }),
        ...(plan === undefined ? {} : { plan }),
        ...(approver === undefined ? {} : { approver: trimmed(approver), approved: approver === null ? null : today }),
        ...(reviewer === undefined ? {} : { reviewer: reviewer.trim(), reviewed: today }),
        ...(fixes === undefined ? {} : { fixes }),
      };
      return setTechnology(files.technologies, subject, change);
    },
    "review.export": async ({ language, periodEnd }, emit) => {
      const review = await reviewNow(deps, periodEnd);
      refuseEmpty(review);
      const signer = await deps.openSigner();
      const signedAt = deps.instant();
      const stamp = signedAt.toISOString().replace(/[-:]|\.\d+/g, "");
      const folder = join(deps.folders.reports, `${stamp}-pci-12.3.4`);
      const { report } = await writeReviewPack({
        review,
        language,
        folder,
        signer,
        fontsFolder: deps.folders.fonts,
        assetsFolder: deps.folders.assets,
        hardened: deps.hardened,
        host: deps.host,
        operator,
        signedAt,
        onStep: (step) => emit({ step }),
      });
      written.add(report);
      deps.reveal(report);
      return { report, folder };
    },
  };
}

async function reviewNow(deps: ReviewDeps, periodEnd: CalendarDay | null): Promise<TechnologyReview> {
  const { files, clock, store, lifecycle, tool } = deps;
  const [technologies, entitlements] = await Promise.all([
    loadTechnologiesIfThere(files.technologies),
    loadEntitlementsIfThere(files.entitlements),
  ]);
  return reviewKept(store, lifecycle, {
    technologies,
    entitlements,
    tool,
    on: clock.today(),
    timeZone: clock.zone(),
    createdAt: clock.now(),
    ...(periodEnd === null ? {} : { periodEnd }),
  });
}

function trimmed(name: string | null): string | null {
  return name === null ? null : name.trim();
}
