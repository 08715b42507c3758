// A made-up host below a temporary folder: files, links and processes of /proc, as a system-wide Docker on Debian has them.
import { chmod, lstat, mkdir, mkdtemp, open, readdir, readlink, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type HostFileSystem, type HostReader, hostReader } from "../../main/surroundings/host-reader.ts";

export interface HostTree {
  readonly root: string;
  /** Writes a file with its folders; `mode` in octal. */
  file(path: string, text?: string, mode?: number): Promise<void>;
  folder(path: string, mode?: number): Promise<void>;
  link(path: string, target: string): Promise<void>;
  /** A process of /proc. */
  process(pid: number, comm: string, args: readonly string[], over?: { uid?: number; nsPid?: string }): Promise<void>;
  /** A reader of it; `denied` are the paths that refuse this user, as they do without root. */
  reader(over?: { uid?: number; platform?: NodeJS.Platform; denied?: readonly string[] }): HostReader;
  remove(): Promise<void>;
}

export const treeKernel = "6.1.0-41-amd64";
export const treeName = "harbour";
export const treeSystem = "Debian GNU/Linux 12 (bookworm)";

/** What every host has; nothing of docker. */
export async function hostTree(): Promise<HostTree> {
  const root = await mkdtemp(join(tmpdir(), "plimsoll-host-"));
  const tree: HostTree = {
    root,
    async file(path, text = "", mode = 0o644) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
      await chmod(join(root, path), mode);
    },
    async folder(path, mode = 0o755) {
      await mkdir(join(root, path), { recursive: true });
      await chmod(join(root, path), mode);
    },
    async link(path, target) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await symlink(target, join(root, path));
    },
    async process(pid, comm, args, { uid = 0, nsPid = String(pid) } = {}) {
      await tree.file(`/proc/${pid}/comm`, `${comm}\n`);
      await tree.file(`/proc/${pid}/cmdline`, args.map((argument) => `${argument}\0`).join(""));
      await tree.file(
        `/proc/${pid}/status`,
        `Name:\t${comm}\nUid:\t${uid}\t${uid}\t${uid}\t${uid}\nNSpid:\t${nsPid}\n`,
      );
    },
    reader: ({ uid = 0, platform = "linux", denied = [] } = {}) =>
      hostReader(root, { platform, uid }, refusing(root, denied)),
    remove: () => rm(root, { recursive: true, force: true }),
  };
  await tree.file("/etc/passwd", "root:x:0:0:root:/root:/bin/bash\nann:x:1000:1000::/home/ann:/bin/bash\n");
  await tree.file("/etc/group", "root:x:0:\ndocker:x:998:ann,bob\nann:x:1000:\n");
  await tree.file("/etc/os-release", `NAME="Debian GNU/Linux"\nPRETTY_NAME="${treeSystem}"\n`);
  await tree.file("/proc/sys/kernel/osrelease", `${treeKernel}\n`);
  await tree.file("/proc/sys/kernel/hostname", `${treeName}\n`);
  await tree.file("/proc/sys/kernel/randomize_va_space", "2\n");
  await tree.file(
    "/proc/self/mountinfo",
    "22 1 254:1 / / rw,relatime shared:1 - ext4 /dev/vda1 rw\n" +
      "30 22 254:2 / /var/lib/docker rw,nodev - xfs /dev/vdb1 rw,attr2\n" +
      "31 22 0:40 / /mnt/two\\040words rw - cifs //nas/share rw,username=ann,password=hunter2Zx9\n",
  );
  await tree.file("/sys/module/apparmor/parameters/enabled", "Y\n");
  await tree.folder("/etc/apt/keyrings");
  return tree;
}

/** Docker as its packages install it, started by systemd, on the socket `/var/run/docker.sock`. */
export async function dockerTree(): Promise<HostTree> {
  const tree = await hostTree();
  await tree.folder("/run");
  await tree.link("/var/run", "/run");
  await tree.file("/run/docker.sock", "", 0o660);
  await tree.file("/run/docker.pid", "700");
  await tree.folder("/run/containerd");
  await tree.file("/run/containerd/containerd.sock", "", 0o660);
  await tree.file("/usr/lib/systemd/system/docker.service", "[Service]\n");
  await tree.link("/lib", "usr/lib");
  await tree.file("/etc/systemd/system/docker.service.d/proxy.conf", "[Service]\n", 0o640);
  await tree.link("/etc/systemd/system/docker.socket", "/dev/null");
  await tree.file("/dev/null");
  await tree.file("/etc/docker/daemon.json", JSON.stringify({ "log-level": "info", icc: false }));
  await tree.file("/etc/docker/certs.d/registry.example.org/ca.crt", "-", 0o444);
  await tree.file("/etc/docker/certs.d/registry.example.org/client.key", "-", 0o644);
  for (const name of ["dockerd", "containerd", "containerd-shim-runc-v2", "runc"]) {
    await tree.file(`/usr/bin/${name}`, "", 0o755);
  }
  await tree.folder("/var/lib/docker", 0o710);
  await tree.process(1, "systemd", ["/sbin/init"]);
  await tree.process(700, "dockerd", [
    "/usr/bin/dockerd",
    "-H",
    "fd://",
    "--containerd=/run/containerd/containerd.sock",
    "--log-opt",
    "splunk-token=11111111-2222-4333-8444-555566667777",
  ]);
  await tree.file("/etc/apt/keyrings/docker.asc", "-");
  await tree.file("/etc/apt/keyrings/other.asc", "-");
  return tree;
}

function refusing(root: string, denied: readonly string[]): HostFileSystem {
  const refuse = (path: string, also: boolean) => {
    const inside = path.slice(root.length);
    const hit = denied.some((one) => inside.startsWith(`${one}/`) || (also && inside === one));
    if (hit) throw Object.assign(new Error("EACCES: permission denied"), { code: "EACCES" });
  };
  return {
    lstat: async (path) => {
      refuse(path, false);
      return lstat(path);
    },
    open: async (path, flags) => {
      refuse(String(path), true);
      return open(path, flags);
    },
    readdir: async (path) => {
      refuse(path, true);
      return readdir(path);
    },
    readlink: async (path) => {
      refuse(path, false);
      return readlink(path);
    },
  };
}
