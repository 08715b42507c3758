// The good one of the built-in pair: the same service, minimal, numeric user, health check, packages known one by one.
import { dpkgPackage, file, folder, lines, link, nodeVersionHeader, type SampleImage } from "./sample-image.ts";

const packages = [
  ["base-files", "13.8+deb13u2", "base-files"],
  ["libc6", "2.41-12", "glibc"],
  ["libgcc-s1", "14.2.0-19", "gcc-14"],
  ["libstdc++6", "14.2.0-19", "gcc-14"],
  ["libssl3t64", "3.5.4-1~deb13u1", "openssl"],
  ["tzdata", "2025b-4+deb13u1", "tzdata"],
] as const;

const nodePath = "/usr/local/bin:/usr/bin:/bin";

export const hardenedImage: SampleImage = {
  tag: "plimsoll/sample-hardened:1",
  created: "2026-10-01T00:00:00Z",
  config: {
    User: "65532:65532",
    Env: [`PATH=${nodePath}`, "NODE_VERSION=24.11.1", "NODE_ENV=production"],
    ExposedPorts: { "8080/tcp": {} },
    Healthcheck: {
      Test: ["CMD", "/usr/local/bin/node", "/srv/app/health.js"],
      Interval: 30_000_000_000,
      Timeout: 3_000_000_000,
      Retries: 3,
    },
    Entrypoint: ["/usr/local/bin/node"],
    Cmd: ["/srv/app/server.js"],
    WorkingDir: "/srv/app",
    Labels: {
      "org.opencontainers.image.source": "https://git.example.com/shop/app",
      "org.opencontainers.image.revision": "0123456789abcdef0123456789abcdef01234567",
    },
  },
  steps: [
    {
      createdBy: "COPY /rootfs/ / # buildkit",
      layer: [
        folder("etc"),
        file("etc/debian_version", "13.2\n"),
        file("etc/group", lines("root:x:0:", "nonroot:x:65532:")),
        link("etc/os-release", "../usr/lib/os-release"),
        file(
          "etc/passwd",
          lines("root:x:0:0:root:/root:/sbin/nologin", "nonroot:x:65532:65532:nonroot:/home/nonroot:/sbin/nologin"),
        ),
        folder("home"),
        folder("home/nonroot", { mode: 0o700, uid: 65532, gid: 65532 }),
        folder("tmp", { mode: 0o1777 }),
        folder("usr"),
        folder("usr/lib"),
        file(
          "usr/lib/os-release",
          lines(
            'PRETTY_NAME="Debian GNU/Linux 13 (trixie)"',
            'NAME="Debian GNU/Linux"',
            'VERSION_ID="13"',
            'VERSION="13 (trixie)"',
            "VERSION_CODENAME=trixie",
            "ID=debian",
          ),
        ),
        folder("var"),
        folder("var/lib"),
        folder("var/lib/dpkg"),
        folder("var/lib/dpkg/status.d"),
        ...packages.map(([name, version, source]) =>
          file(`var/lib/dpkg/status.d/${name}`, dpkgPackage(name, version, source)),
        ),
      ],
    },
    { createdBy: "ENV NODE_VERSION=24.11.1", layer: null },
    {
      createdBy: "COPY /usr/local/ /usr/local/ # buildkit",
      layer: [
        folder("usr/local"),
        folder("usr/local/bin"),
        file("usr/local/bin/node", "sample: node 24\n", { mode: 0o755 }),
        file("usr/local/include/node/node_version.h", nodeVersionHeader(24, 11, 1)),
      ],
    },
    {
      createdBy: "COPY app/ /srv/app/ # buildkit",
      layer: [
        folder("srv"),
        folder("srv/app"),
        file("srv/app/health.js", "// sample\n"),
        file("srv/app/server.js", "// sample\n"),
      ],
    },
    {
      createdBy: 'HEALTHCHECK &{["CMD" "/usr/local/bin/node" "/srv/app/health.js"] "30s" "3s" "0s" "0s" \'\\x03\'}',
      layer: null,
    },
    { createdBy: "USER 65532:65532", layer: null },
    { createdBy: 'ENTRYPOINT ["/usr/local/bin/node"]', layer: null },
    { createdBy: 'CMD ["/srv/app/server.js"]', layer: null },
  ],
};
