// Files of a Debian and of an Alpine system that are read for packages, settings and runtimes; two layers, the second over
// the first.
import type { NewMember } from "../../../main/tar/write-tar.ts";
import { elfFile } from "../elf-builder.ts";
import { dir, file, symlink } from "../tar-entries.ts";

const stanza = (name: string, version: string) =>
  `Package: ${name}\nStatus: install ok installed\nArchitecture: amd64\nSource: src-${name} (1)\nVersion: ${version}\nDescription: x\n more\n\n`;
const apk = "C:Q1abc=\nP:musl\nV:1.2.4-r2\nA:x86_64\no:musl\nF:lib\nR:ld.so\na:0:0:755\n\nP:busybox\nV:1.36.1-r5\n\n";

export const systemFiles: readonly (readonly NewMember[])[] = [
  [
    file("/usr/lib/os-release", "ID=debian\nVERSION_ID='12'\n"),
    symlink("/etc/os-release", "../usr/lib/os-release"),
    symlink("/lib", "usr/lib"),
    file("/etc/debian_version", "12.5\n"),
    file("/var/lib/dpkg/status", stanza("libc6", "2.36-9") + stanza("openssl", "1:3.0~deb12u1")),
    file("/var/lib/dpkg/status.d/tzdata", stanza("tzdata", "2024a")),
    file("/usr/lib/apk/db/installed", apk),
    file("/etc/apk/repositories", "https://dl-cdn.alpinelinux.org/alpine/v3.19/main\n"),
    file("/etc/apt/apt.conf.d/99", 'APT::Get::AllowUnauthenticated "true";\nAcquire::https::Verify-Peer "false";\n'),
    file("/etc/apt/sources.list.d/x.sources", "Types: deb\nURIs: https://x\nSigned-By:\nTrusted: yes\n"),
    file("/etc/yum.repos.d/a.repo", "[a]\nname=a\ngpgcheck=0\nbaseurl=https://user:word@x/\n"),
    file("/etc/dnf/dnf.conf", "[main]\ngpgcheck=1\n"),
    file("/bin/busybox", "\x7fELF....BusyBox v1.36.1 (2024-01-01)"),
    dir("/var/lib/rpm"),
    file("/etc/login.defs", "UMASK\t\t022\n"),
    file("/etc/profile.d/a.sh", "umask 002\n"),
    file("/etc/sudoers", "app ALL=(ALL) \\\n NOPASSWD: ALL\n@includedir /etc/sudoers.d\n@include more\n"),
    file("/etc/sudoers.d/app", "Defaults !authenticate\n"),
    file("/etc/ssl/openssl.cnf", ".include fipsmodule.cnf\nfips = fips_sect\ndefault_properties = fips=yes\n"),
    file("/etc/ssl/certs/ca-certificates.crt", "-----BEGIN CERTIFICATE-----\n"),
    file("/usr/lib/a.so.1", elfFile({ stack: "executable" })),
    file("/usr/bin/a", elfFile({ type: "executable" }), { mode: 0o4755, uid: 7 }),
    file("/var/lib/dpkg/diversions", "/usr/bin/a\n/usr/bin/b\n:\n"),
    file("/var/lib/dpkg/info/libc6:amd64.md5sums", `${"0".repeat(32)}  usr/bin/a\n${"1".repeat(32)}  lib/a.so.1\n`),
    file("/root/.rhosts", "+ +\n"),
  ],
  [
    file("/var/lib/dpkg/status", stanza("libc6", "2.36-9") + stanza("curl", "7.88.1-10")),
    file("/usr/local/include/node/node_version.h", "#define NODE_MAJOR_VERSION 22\n#define NODE_MINOR_VERSION 1\n"),
    file("/opt/java/openjdk/release", 'IMPLEMENTOR="Eclipse Adoptium"\nJAVA_VERSION="21.0.2"\nOS_NAME="Linux"\n'),
    file("/usr/local/lib/libpython3.12.so.1.0", "elf"),
    file("/usr/local/go/VERSION", "go1.22.1\ntime 2024-02-29T18:18:48Z\n"),
    file("/etc/passwd", "root::0:0::/root:/bin/bash\n+nis\nbad line\napp:x:1000:1000::/:\n"),
    file("/etc/shadow", "root:$6$abc$def:1::::::\napp:!:1::::::\n"),
  ],
];
