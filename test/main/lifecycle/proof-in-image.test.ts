// The whole way of a proof: from files in a layer, through the facts that are kept, to cover that counts.
import { describe, expect, it } from "vitest";
import { memoryFactCache } from "../../../main/inspect/fact-cache.ts";
import { inspectImages } from "../../../main/inspect/inspect-images.ts";
import { lifecycleOf } from "../../../main/lifecycle/lifecycle-of.ts";
import type { NewMember } from "../../../main/tar/write-tar.ts";
import { CalendarDay } from "../../../shared/calendar-day.ts";
import { Facts } from "../../../shared/model/facts.ts";
import type { Coverage } from "../../../shared/model/lifecycle.ts";
import { LifecycleFacts, lifecycleFactsOf } from "../../../shared/model/lifecycle-facts.ts";
import { image, memorySource } from "../../support/image-builder.ts";
import { shippedLifecycleData } from "../../support/lifecycle-data.ts";
import { file, whiteout } from "../../support/tar-entries.ts";

const data = await shippedLifecycleData();
const on = CalendarDay.parse("2026-11-24");

async function windowsOf(...layers: readonly (readonly NewMember[])[]): Promise<readonly Coverage[]> {
  const source = memorySource([layers.reduce((sum, members) => sum.layer(...members), image().tag("a:1"))]);
  const never = new AbortController().signal;
  const keys = (await source.list(never)).images.map(({ key }) => key);
  let facts: Facts | null = null;
  for await (const event of inspectImages(source, keys, { cache: memoryFactCache() }, never)) {
    if (event.kind === "facts") facts = event.inspected.facts;
  }
  // As they lie on disk between two days.
  const kept = LifecycleFacts.parse(JSON.parse(JSON.stringify(lifecycleFactsOf(Facts.parse(facts)))));
  return lifecycleOf(kept, data, on)[0]?.coverage ?? [];
}

const ubuntu = file("/etc/os-release", 'NAME="Ubuntu"\nID=ubuntu\nVERSION_ID="20.04"\n');
const rhel = file("/etc/os-release", 'NAME="Red Hat Enterprise Linux"\nID="rhel"\nVERSION_ID="9.4"\n');
const status = "/var/lib/ubuntu-advantage/status.json";
const attached = JSON.stringify({ services: [{ name: "esm-infra", status: "enabled" }] });
const esm = (windows: readonly Coverage[]) => windows.find(({ offer }) => offer === "canonical-esm")?.entitled;

describe("proof in an image", () => {
  it("of Ubuntu Pro is its status or a source of ESM, as long as no later layer takes it away", async () => {
    const source = file("/etc/apt/sources.list.d/e.list", "deb https://esm.ubuntu.com/infra/ubuntu focal main\n");
    expect(esm(await windowsOf([ubuntu]))).toBe(false);
    expect(esm(await windowsOf([ubuntu, file(status, attached)]))).toBe(true);
    expect(esm(await windowsOf([ubuntu, source]))).toBe(true);
    expect(esm(await windowsOf([ubuntu, file(status, attached)], [whiteout(status)]))).toBe(false);
  });

  it("of EUS is Red Hat's content manifest", async () => {
    const sets = { content_sets: ["rhel-9-for-x86_64-appstream-eus-rpms__9_DOT_4"] };
    const manifest = file("/root/buildinfo/content_manifests/ubi9.json", JSON.stringify(sets));
    const eus = (await windowsOf([rhel, manifest])).find(({ offer }) => offer === "redhat-eus");
    expect(eus).toMatchObject({ entitled: true, until: "2026-04-30" });
    expect((await windowsOf([rhel])).some(({ offer }) => offer === "redhat-eus")).toBe(false);
  });
});
