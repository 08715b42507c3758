// Programs that state their version: bodies laid out as the real ones are, cut anywhere, and bodies that only resemble them.
import { describe, expect, it } from "vitest";
import { keepOf } from "../../../../main/inspect/layer/capture.ts";
import { fileSink } from "../../../../main/inspect/layer/file-sink.ts";
import { programCandidate } from "../../../../main/inspect/runtimes/program-signs.ts";

/** What is kept of a body of these pieces of text at `path`, in pieces of `size` bytes. */
async function kept(path: string, text: string, size: number): Promise<string> {
  const body = Buffer.from(text, "latin1");
  const sink = fileSink("banner", path, body.length);
  for (let at = 0; at < body.length; at += size) sink?.push(Buffer.from(body.subarray(at, at + size)));
  const found = await sink?.end();
  return found?.kind === "text" ? found.text.toString() : "no text";
}

const noise = "\x7fELF\0\0version 1.2.3\0nginx/\0Apache/2.4\0".repeat(3000);

const programs: [string, string, string, string | null][] = [
  ["/usr/sbin/nginx", "nginx", "\0nginx version: nginx/1.29.8\0", "1.29.8"],
  ["/usr/local/nginx/sbin/nginx", "nginx", "\nnginx version: nginx/1.22.1 (Ubuntu)\n", "1.22.1"],
  ["/usr/sbin/nginx", "nginx", "\0nginx version: openresty/1.25.3.1\0", null],
  ["/usr/local/apache2/bin/httpd", "apache-http-server", "\0Apache/2.4.68 (Unix)\0", "2.4.68"],
  ["/usr/sbin/apache2", "apache-http-server", "\0Apache/2.4.71\0", "2.4.71"],
  ["/usr/local/bin/redis-server", "redis", "\x007.2.16buildkitsandbox-1726000000000000000\0", "7.2.16"],
  ["/usr/local/bin/redis-server", "redis", "\x007.2.13f2ab1c2d3e4-1726000000000000000\0", "7.2.1"],
  ["/usr/bin/redis-check-rdb", "redis", "A7.0.151790282056000000000\0", "7.0.15"],
  ["/usr/bin/valkey-server", "valkey", "\x008.0.2buildkitsandbox-1736000000000000000\0", "8.0.2"],
  [
    "/usr/lib/postgresql/17/bin/postgres",
    "postgresql",
    "\0postgres (PostgreSQL) 17.9 (Debian 17.9-1.pgdg12+1)\n\0",
    "17.9",
  ],
  ["/usr/local/bin/postgres", "postgresql", "\0postgres (PostgreSQL) 18beta1\n", "18beta1"],
  ["/usr/local/sbin/haproxy", "haproxy", "\0 version 3.2.4-98813a1, released 2025/08/13\n\0", "3.2.4"],
  ["/usr/sbin/haproxy", "haproxy", "\0 version 2.6.12-1+deb12u4, released 2026/10/17\n", "2.6.12"],
  ["/usr/local/sbin/haproxy", "haproxy", "since HAProxy version 2.5.\0", null],
  ["/usr/local/bin/memcached", "memcached", "\0memcached 1.6.45\0", "1.6.45"],
  ["/usr/local/bin/node", "nodejs", "node.js/v22.23.2\0", "22.23.2"],
  ["/nodejs/bin/node", "nodejs", "\0node.js/v\0", null],
];

describe("programs that state their version", () => {
  it.each(programs)("%s is %s: %j -> %j", async (path, product, text, version) => {
    expect(keepOf(path)).toBe("banner");
    for (const size of [65_536, 999, 37]) {
      const candidate = programCandidate(path, await kept(path, noise + text + noise, size), 2);
      if (version === null) expect(candidate).toBeNull();
      else
        expect(candidate, `pieces of ${size}`).toMatchObject({
          product,
          version,
          evidence: path,
          by: "file",
          layer: 2,
        });
    }
  });

  it("are found across every border between two pieces", async () => {
    for (const [path, product, text, version] of programs) {
      if (version === null) continue;
      for (let before = 0; before <= text.length; before++) {
        const body = `${"\0".repeat(1000 - before)}${text}${"\0".repeat(1000)}`;
        expect(await kept(path, body, 1000), `${path}, ${before} bytes before the border`).toBe(
          `${product} ${version}`,
        );
      }
    }
  });

  it("are searched for all banners where only a link tells what they are", async () => {
    expect(await kept("/opt/x", "\0memcached 1.6.45\0 node.js/v22.0.0\0", 10)).toBe("memcached 1.6.45\nnodejs 22.0.0");
    expect(programCandidate("/usr/bin/node", "memcached 1.6.45\nnodejs 22.0.0", 0)).toMatchObject({
      version: "22.0.0",
    });
    expect(programCandidate("/usr/bin/node", "memcached 1.6.45", 0)).toBeNull();
  });

  it.each(["/usr/share/nginx", "/etc/init.d/nginx", "/usr/bin/nodejs-doc", "/home/node", "/usr/bin/redis-cli"])(
    "are not expected at %s",
    (path) => {
      expect(keepOf(path)).not.toBe("banner");
    },
  );
});
