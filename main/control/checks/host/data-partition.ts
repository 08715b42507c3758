// Whether images and containers fill a file system of their own. With containerd's image store, images lie in containerd's
// root as well, whose place only its own settings tell.
import type { EngineFacts, HostFacts } from "../../../../shared/model/surroundings.ts";
import { words } from "../../control-phrase.ts";
import { defineSurroundingCheck, type SurroundingVerdict } from "../../define-surrounding-check.ts";
import { absentFile, filesOf, unreadFile } from "../../host-file.ts";

type Mount = HostFacts["mounts"][number];

const role = "data-root";
const containerdRoot = "/var/lib/containerd";

export const dataPartition = defineSurroundingCheck({
  decides: ["cis-docker:1.1.1"],
  needs: ["host.mounts", "host.files"],
  may: ["engine.info"],
  lacks({ host }) {
    if (host.mounts.length === 0) return words("host.mounts-none");
    // A mount point is no link; of any other path that cannot be looked at, a link could lead elsewhere.
    const files = filesOf(host, role);
    return files.some(({ path }) => isOwn(mountOf(host, path), path, host)) ? null : unreadFile(files);
  },
  judge({ host, engine, known }): SurroundingVerdict {
    const files = filesOf(host, role);
    const file = files.find(({ state }) => state !== "absent");
    if (file === undefined) {
      return { status: "not-applicable", reason: absentFile(files, role), restsOn: ["host.files"] };
    }
    const path = file.target ?? file.path;
    const mount = mountOf(host, path);
    if (mount === null || !isOwn(mount, path, host)) {
      const detail = words("host.mount-shared", { mount: mount?.target ?? "/", source: mount?.source ?? "–" });
      return { status: "fail", evidence: [{ where: path, detail }] };
    }
    const own = { where: path, detail: words("host.mount-own", { source: mount.source, type: mount.type }) };
    if (engine === null || !known("engine.info") || !keepsInContainerd(engine) || hasOwnContainerd(host)) {
      return { status: "pass", evidence: [own] };
    }
    const images = mountOf(host, containerdRoot);
    const detail = words("host.mount-containerd", { mount: images?.target ?? "/" });
    const evidence = [own, { where: containerdRoot, detail }] as const;
    if (isOwn(images, containerdRoot, host)) return { status: "pass", evidence };
    return { status: "manual", reason: words("host.mount-person", { path: containerdRoot }), evidence };
  },
});

/** The innermost mount that a path lies on; a later mount hides an earlier one of the same place. */
function mountOf({ mounts }: HostFacts, path: string): Mount | null {
  let found: Mount | null = null;
  for (const mount of mounts) {
    const isAbove = mount.target === "/" || path === mount.target || path.startsWith(`${mount.target}/`);
    if (isAbove && (found === null || mount.target.length >= found.target.length)) found = mount;
  }
  return found;
}

/** A mount of exactly this place that is not a part of the root file system mounted again. */
function isOwn(mount: Mount | null, path: string, host: HostFacts): boolean {
  if (mount === null || mount.target !== path || path === "/") return false;
  const root = mountOf(host, "/");
  return !(mount.source.startsWith("/dev/") && mount.source === root?.source);
}

function keepsInContainerd({ driverStatus }: EngineFacts): boolean {
  return driverStatus.some(([name, value]) => name === "driver-type" && value.includes("containerd.snapshotter"));
}

/** A containerd that the daemon started itself keeps its data below the data root. */
function hasOwnContainerd(host: HostFacts): boolean {
  return filesOf(host, "containerd-socket").some(({ path }) => path.includes("/docker/containerd/"));
}
