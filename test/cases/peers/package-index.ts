// 4.7: package indexes that are refreshed in a step of their own.
import { file, image } from "../../support/image-builder.ts";
import { type PeerImage, withSteps } from "../../support/peer-image.ts";

const index = file("/var/lib/apt/lists/InRelease", "sample\n");
const word = "docker-bench looks for the word update anywhere in the history";

export const images: readonly PeerImage[] = [
  {
    name: "apt-get update alone",
    image: withSteps(["RUN /bin/sh -c apt-get update # buildkit", index]),
    rows: { "4.7": { bench: "INFO", dockle: "FATAL", trivy: "FAIL", ours: "fail" } },
  },
  {
    name: "apt-get update and install in one step",
    image: withSteps(["RUN /bin/sh -c apt-get update && apt-get install -y curl # buildkit", index]),
    rows: { "4.7": { bench: "INFO", dockle: "PASS", trivy: "PASS", ours: "pass", because: word } },
  },
  {
    name: "apk update alone",
    image: withSteps(["RUN /bin/sh -c apk update # buildkit", file("/var/cache/apk/APKINDEX", "sample\n")]),
    rows: {
      "4.7": {
        bench: "INFO",
        dockle: "PASS",
        trivy: "FAIL",
        ours: "fail",
        because: "dockle knows apt alone; apk has the same index",
      },
    },
  },
  {
    name: "update-ca-certificates",
    image: withSteps(["RUN /bin/sh -c update-ca-certificates # buildkit", file("/etc/ssl/certs/own.crt", "sample\n")]),
    rows: { "4.7": { bench: "INFO", dockle: "PASS", trivy: "PASS", ours: "pass", because: word } },
  },
  {
    name: "no history at all",
    image: image()
      .layer(file("/etc/passwd", "app:x:10001:10001::/:/bin/sh\n"), file("/etc/os-release", "ID=debian\n"))
      .config({ User: "10001", Healthcheck: { Test: ["CMD", "/srv/check"] } })
      .history([]),
    rows: {
      "4.6": {
        bench: "PASS",
        dockle: "PASS",
        trivy: "FAIL",
        ours: "pass",
        because: "trivy rebuilds the build file from the history, which is empty; the config has the healthcheck",
      },
      "4.7": {
        bench: "PASS",
        dockle: "PASS",
        trivy: "PASS",
        ours: "not-assessed",
        because: "without a history nothing is known of the build; the others take silence for a pass",
      },
      "4.9": {
        bench: "PASS",
        dockle: "PASS",
        trivy: "PASS",
        ours: "not-assessed",
        because: "without a history nothing is known of the build; the others take silence for a pass",
      },
    },
  },
];
