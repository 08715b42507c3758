// The bad one of the built-in pair: an image as many still run it. Its secrets are none: they have the form that a
// detector knows, are put together here so that no scanner finds them in this repository, and say that they are a sample.
import { dpkgPackage, file, folder, lines, link, nodeVersionHeader, type SampleImage } from "./sample-image.ts";

const nop = "/bin/sh -c #(nop) ";

const notAKey = lines(
  `-----BEGIN RSA ${"PRIVATE"} KEY-----`,
  ...(Buffer.from("This is no key. It is part of the sample image that comes with Plimsoll. ".repeat(12))
    .toString("base64")
    .match(/.{1,64}/g) ?? []),
  `-----END RSA ${"PRIVATE"} KEY-----`,
);
const accessKeyId = ["AKIA", "PLIMSOLLSAMPLE00"].join("");
const secretAccessKey = ["PlimsollSample", "NotARealKey", "000000000000000"].join("");
const path = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

const packages = [
  dpkgPackage("base-files", "10.3+deb10u13"),
  dpkgPackage("bash", "5.0-4"),
  dpkgPackage("apt", "1.8.2.3"),
  dpkgPackage("curl", "7.64.0-4+deb10u2"),
  dpkgPackage("libc6", "2.28-10+deb10u1", "glibc"),
  dpkgPackage("libssl1.1", "1.1.1d-0+deb10u5", "openssl"),
  dpkgPackage("login", "1:4.5-1.1", "shadow"),
  dpkgPackage("openssh-server", "1:7.9p1-10+deb10u2", "openssh"),
  dpkgPackage("passwd", "1:4.5-1.1", "shadow"),
].join("\n");

const base = [
  folder("bin"),
  file("bin/bash", "sample: bash\n", { mode: 0o755 }),
  link("bin/sh", "bash"),
  file("bin/su", "sample: su\n", { mode: 0o4755 }),
  folder("etc"),
  file("etc/debian_version", "10.13\n"),
  file("etc/group", lines("root:x:0:", "shadow:x:42:", "ops:x:1000:")),
  link("etc/os-release", "../usr/lib/os-release"),
  file(
    "etc/passwd",
    lines(
      "root:x:0:0:root:/root:/bin/bash",
      "toor::0:0:second root:/root:/bin/sh",
      "ops:x:1000:1000::/home/ops:/bin/bash",
    ),
  ),
  file("etc/shadow", lines("root:*:18000:0:99999:7:::", "toor::18000:0:99999:7:::", "ops:!:18000:0:99999:7:::"), {
    mode: 0o640,
    gid: 42,
  }),
  folder("tmp", { mode: 0o1777 }),
  folder("usr"),
  folder("usr/bin"),
  file("usr/bin/apt-get", "sample: apt-get\n", { mode: 0o755 }),
  file("usr/bin/chage", "sample: chage\n", { mode: 0o2755, gid: 42 }),
  file("usr/bin/curl", "sample: curl\n", { mode: 0o755 }),
  file("usr/bin/passwd", "sample: passwd\n", { mode: 0o4755 }),
  folder("usr/lib"),
  file(
    "usr/lib/os-release",
    lines(
      'PRETTY_NAME="Debian GNU/Linux 10 (buster)"',
      'NAME="Debian GNU/Linux"',
      'VERSION_ID="10"',
      'VERSION="10 (buster)"',
      "VERSION_CODENAME=buster",
      "ID=debian",
    ),
  ),
  folder("var"),
  folder("var/lib"),
  folder("var/lib/dpkg"),
  file("var/lib/dpkg/status", packages),
];

export const legacyImage: SampleImage = {
  tag: "plimsoll/sample-legacy:1",
  created: "2021-06-01T00:00:00Z",
  config: {
    Env: [
      `PATH=${path}`,
      "NODE_VERSION=14.21.3",
      `AWS_ACCESS_KEY_ID=${accessKeyId}`,
      `AWS_SECRET_ACCESS_KEY=${secretAccessKey}`,
    ],
    ExposedPorts: { "22/tcp": {}, "8080/tcp": {} },
    Cmd: ["node", "/srv/app/server.js"],
    WorkingDir: "/srv/app",
    Labels: { maintainer: "sample@plimsoll.example" },
  },
  steps: [
    { createdBy: `${nop}ADD file:0f3a9d8c7b6e5f41 in / `, layer: base },
    { createdBy: `${nop} ENV NODE_VERSION=14.21.3`, layer: null },
    {
      createdBy: "/bin/sh -c apt-get update",
      layer: [
        folder("var/lib/apt/lists"),
        file("var/lib/apt/lists/deb.debian.org_debian_dists_buster_InRelease", "sample\n"),
      ],
    },
    {
      createdBy: `${nop}ADD https://downloads.example.com/node-v14.21.3.tar.gz in /usr/local/ `,
      layer: [
        folder("usr/local"),
        folder("usr/local/bin"),
        file("usr/local/bin/node", "sample: node 14\n", { mode: 0o755 }),
        file("usr/local/include/node/node_version.h", nodeVersionHeader(14, 21, 3)),
      ],
    },
    {
      createdBy: `${nop}COPY file:5c1d2e3f4a5b6c7d in /root/.ssh/id_rsa `,
      layer: [folder("root"), folder("root/.ssh", { mode: 0o700 }), file("root/.ssh/id_rsa", notAKey, { mode: 0o600 })],
    },
    {
      createdBy:
        "/bin/sh -c git clone git@git.example.com:shop/app.git /srv/app && rm /root/.ssh/id_rsa && chmod -R 777 /srv/app",
      layer: [
        file("root/.ssh/.wh.id_rsa", ""),
        folder("srv"),
        folder("srv/app", { mode: 0o777 }),
        file("srv/app/server.js", "// sample\n", { mode: 0o777, uid: 4711, gid: 4711 }),
        file("srv/app/settings.ini", "debug = yes\n", { mode: 0o666 }),
      ],
    },
    { createdBy: `${nop} ENV AWS_ACCESS_KEY_ID=${accessKeyId} AWS_SECRET_ACCESS_KEY=${secretAccessKey}`, layer: null },
    { createdBy: `${nop} EXPOSE 22 8080`, layer: null },
    { createdBy: `${nop} CMD ["node" "/srv/app/server.js"]`, layer: null },
  ],
};
