// Sources of mounts as paths of the host, cleaned.
import { expect, it } from "vitest";
import { cleanPath, hostPathOf, isWithin } from "../../../../main/control/containers/host-path.ts";

it("a path is cleaned without leaving the root", () => {
  expect(["", "/", "//etc//", "/etc/.", "/srv/../etc", "/../../etc", "etc"].map(cleanPath)).toEqual([
    "/",
    "/",
    "/etc",
    "/etc",
    "/etc",
    "/etc",
    "/etc",
  ]);
});

it("a folder holds what is below it and not what begins like it", () => {
  expect([isWithin("/etc", "/etc"), isWithin("/etc/ssl", "/etc"), isWithin("/etcetera", "/etc")]).toEqual([
    true,
    true,
    false,
  ]);
  expect(isWithin("/srv", "/")).toBe(true);
});

it("only Docker Desktop's prefixes are taken off, and only there", () => {
  const desktop = { product: "docker-desktop" } as const;
  expect(hostPathOf("/host_mnt/private/etc", desktop)).toBe("/etc");
  expect(hostPathOf("/run/desktop/mnt/host/c/Users", desktop)).toBe("/c/Users");
  expect(hostPathOf("/host_mnt", desktop)).toBe("/");
  expect(hostPathOf("/host_mntx/etc", desktop)).toBe("/host_mntx/etc");
  expect(hostPathOf("/host_mnt/etc", { product: "docker" })).toBe("/host_mnt/etc");
  expect(hostPathOf("/host_mnt/etc", null)).toBe("/host_mnt/etc");
});
