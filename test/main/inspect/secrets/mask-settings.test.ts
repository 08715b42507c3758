// Settings of package managers as they are kept: everything but the secrets, so that their readers find the same.
import { describe, expect, it } from "vitest";
import { readLayer } from "../../../../main/inspect/layer/read-layer.ts";
import { maskSettings } from "../../../../main/inspect/secrets/mask-settings.ts";
import { writeTar } from "../../../../main/tar/write-tar.ts";
import { inPieces } from "../../../support/raw-tar.ts";
import { file } from "../../../support/tar-entries.ts";

describe("maskSettings", () => {
  it.each([
    ["deb [trusted=yes] https://ada:Gr8Secret@repo/debian x main", "deb [trusted=yes] https://***@repo/debian x main"],
    ["https://onlytoken123@apk.example/v3.20/main", "https://***@apk.example/v3.20/main"],
    ['Acquire::http::Proxy "http://ada:Gr8Secret@proxy:3128";', 'Acquire::http::Proxy "http://***@proxy:3128";'],
    ['Acquire::https::Proxy::Password "Gr8Secret";', 'Acquire::https::Proxy::Password "***";'],
    ["password=Gr8Secret", "password=***"],
    ["  proxy_password = Gr8 Secret ", "  proxy_password = ***"],
    ["Password: Gr8Secret", "Password: ***"],
    ["# GITHUB ghp_0123456789abcdefghijABCDEFGHIJ012345", "# GITHUB ***"],
    ["root:$6$saltsalt$abcdefghijklmnop:1", "root:***:1"],
  ])("makes of %j %j", async (text, masked) => {
    expect(await maskSettings(`first\n${text}\r\nlast\n`)).toBe(`first\n${masked}\r\nlast\n`);
  });

  it.each([
    "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian bookworm main",
    "Signed-By: /usr/share/keyrings/debian-archive-keyring.pgp",
    'APT::Get::AllowUnauthenticated "true";',
    "gpgkey=file:///etc/pki/rpm-gpg/RPM-GPG-KEY-fedora-$releasever-$basearch",
    "gpgcheck=0",
    "password=",
    'DPkg::Post-Invoke { "rm -f /var/cache/apt/archives/*.deb || true"; };',
    "https://dl-cdn.alpinelinux.org/alpine/v3.20/main",
  ])("leaves %j alone", async (text) => {
    expect(await maskSettings(`${text}\n`)).toBe(`${text}\n`);
  });
});

it("a file that is only kept because a link leads to it is masked as well", async () => {
  const tar = writeTar([file("/opt/release", "ID=x\nTOKEN=ghp_0123456789abcdefghijABCDEFGHIJ012345\n")]);
  const wanted = new Map([["/opt/release", "text" as const]]);
  const { texts } = await readLayer(inPieces(tar, 512), wanted, new AbortController().signal);
  expect(texts.get("/opt/release")?.toString()).toBe("ID=x\nTOKEN=***\n");
});
