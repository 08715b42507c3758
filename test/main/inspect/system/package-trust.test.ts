// Settings of package managers that let unsigned packages in.
import { describe, expect, it } from "vitest";
import { packageTrustOf } from "../../../../main/inspect/system/package-trust.ts";
import { filesOf } from "../../../support/layer-of.ts";
import { file, symlink } from "../../../support/tar-entries.ts";

async function settings(path: string, text: string) {
  return packageTrustOf(await filesOf([file(path, text)])).map(({ manager, state, detail }) => [
    manager,
    state,
    detail,
  ]);
}

describe("packageTrustOf", () => {
  it.each([
    [
      "/etc/apt/sources.list",
      "deb [trusted=yes] http://m/debian bookworm main",
      "apt",
      "deb [trusted=yes] http://m/debian bookworm main",
    ],
    [
      "/etc/apt/sources.list.d/x.list",
      "deb [arch=amd64 allow-insecure=yes] https://u:pw@m/d x main",
      "apt",
      "deb [arch=amd64 allow-insecure=yes] https://***@m/d x main",
    ],
    [
      "/etc/apt/sources.list.d/x.sources",
      "Types: deb\nURIs: https://m/d\nTrusted: yes\n",
      "apt",
      "trusted: yes (https://m/d)",
    ],
    [
      "/etc/apt/apt.conf.d/99x",
      'APT::Get::AllowUnauthenticated "true";',
      "apt",
      'APT::Get::AllowUnauthenticated "true"',
    ],
    ["/etc/apt/apt.conf", 'APT { Get { AllowUnauthenticated "1"; }; };\n', "apt", 'APT::Get::AllowUnauthenticated "1"'],
    [
      "/etc/apt/apt.conf.d/b.conf",
      'Acquire::AllowInsecureRepositories "yes";',
      "apt",
      'Acquire::AllowInsecureRepositories "yes"',
    ],
    ["/etc/apk/config", "allow-untrusted\n", "apk", "allow-untrusted"],
    ["/etc/yum.repos.d/x.repo", "[x]\nbaseurl=http://m\ngpgcheck = 0\n", "rpm", "[x] gpgcheck=0"],
    ["/etc/dnf/dnf.conf", "[main]\ngpgcheck=False\n", "rpm", "[main] gpgcheck=False"],
    ["/etc/zypp/repos.d/x.repo", "[x]\nenabled=1\npkg_gpgcheck=0\n", "rpm", "[x] pkg_gpgcheck=0"],
  ])("%s with %j is disabled", async (path, text, manager, detail) => {
    expect(await settings(path, text)).toEqual([[manager, "disabled", detail]]);
  });

  it.each([
    [
      "/etc/apt/sources.list",
      "# deb [trusted=yes] http://m x\ndeb http://m/debian bookworm main",
      "1 sources, signatures are checked",
    ],
    [
      "/etc/apt/sources.list",
      "deb [trusted=no signed-by=/k.gpg] http://m/debian bookworm main",
      "1 sources, signatures are checked",
    ],
    [
      "/etc/apt/sources.list.d/x.sources",
      "Types: deb\nURIs: https://m\n\nEnabled: no\nTrusted: yes\n",
      "1 sources, signatures are checked",
    ],
    [
      "/etc/apk/repositories",
      "http://m/main\nhttps://m/community\n",
      "2 repositories, 1 of them over http, no keys in /etc/apk/keys",
    ],
    [
      "/etc/yum.repos.d/x.repo",
      "[x]\ngpgcheck=1\n[off]\nenabled=0\ngpgcheck=0\n",
      "1 sections, none switches gpgcheck off",
    ],
  ])("%s with %j is ok", async (path, text, detail) => {
    expect((await settings(path, text)).map(([, ...rest]) => rest)).toEqual([["ok", detail]]);
  });

  it.each([
    [
      "/etc/apt/apt.conf.d/99x",
      '// APT::Get::AllowUnauthenticated "true";\n/* Acquire::AllowInsecureRepositories "1"; */',
    ],
    ["/etc/apt/apt.conf.d/99x", 'APT::Get::AllowUnauthenticated "false";'],
    ["/etc/apt/apt.conf.d/99x.disabled", 'APT::Get::AllowUnauthenticated "true";'],
    ["/etc/apt/sources.list.d/x.list.save", "deb [trusted=yes] http://m x"],
  ])("%s with %j says nothing", async (path, text) => {
    expect(await settings(path, text)).toEqual([]);
  });

  it("reads a file once that two names lead to", async () => {
    const files = await filesOf([
      file("/etc/dnf/dnf.conf", "[main]\ngpgcheck=0\n"),
      symlink("/etc/yum.conf", "dnf/dnf.conf"),
    ]);
    expect(packageTrustOf(files).map(({ path }) => path)).toEqual(["/etc/yum.conf"]);
  });
});
