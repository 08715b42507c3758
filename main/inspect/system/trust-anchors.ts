// Which certificates an image trusts beyond doubt: the digests of the bundles that libraries read, and what somebody added to
// the system's own (update-ca-certificates(8), update-ca-trust(8)).
import type { SystemFacts } from "../../../shared/model/system-facts.ts";
import { atOnce } from "../in-breaths.ts";
import type { ImageFiles } from "../layer/image-files.ts";
import { walkInSteps } from "../layer/merged-view.ts";
import { resolvePath } from "../layer/symlinks.ts";
import { FirstByPath, watchedFile } from "./first-by-path.ts";
import { trustBundles } from "./system-texts.ts";

type TrustAnchors = SystemFacts["trustAnchors"];

const folders = ["/usr/local/share/ca-certificates", "/etc/pki/ca-trust/source/anchors"];

/** Bundles, each file once under the first name that leads to it, and files below the folders of one's own anchors. */
export function trustAnchors(files: ImageFiles): TrustAnchors {
  const bundles: TrustAnchors["bundles"] = [];
  const seen = new Set<string>();
  for (const path of trustBundles) {
    const file = files.text(path, "system", "digest");
    if (file === null || seen.has(file.path)) continue;
    seen.add(file.path);
    // A name may lead to a file that is kept in another form.
    if (/^[0-9a-f]{64}$/.test(file.content)) bundles.push({ path, sha256: file.content, layer: file.layer });
    else files.limits.add("gap", "system", path, "inspect.not-a-bundle", { path }, file.layer);
  }
  return { bundles, added: addedAnchors(files) };
}

function addedAnchors(files: ImageFiles): TrustAnchors["added"] {
  const added = new FirstByPath<TrustAnchors["added"][number]>();
  for (const folder of folders) {
    const found = resolvePath(files.view, folder);
    if (found.kind !== "found" || found.node.children === null) continue;
    const steps = walkInSteps(
      files.view,
      (path, node) => {
        if (node.type !== "directory") added.add(watchedFile(path, node));
      },
      { path: folder, node: found.node },
    );
    atOnce(steps);
  }
  const { count, first } = added.end();
  if (count > first.length) {
    files.limits.add("note", "system", folders.join(", "), "inspect.more-files", { count: count - first.length });
  }
  return first;
}
