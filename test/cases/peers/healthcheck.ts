// 4.6: whether the image has a healthcheck that runs.
import { copied, empty, type PeerImage, plainImage } from "../../support/peer-image.ts";

const without = (parts: Readonly<Record<string, unknown>>) =>
  plainImage()
    .config(parts)
    .history([copied, empty("USER 10001")]);

export const images: readonly PeerImage[] = [
  {
    name: "no healthcheck",
    image: without({ Healthcheck: undefined }),
    rows: { "4.6": { bench: "WARN", dockle: "INFO", trivy: "FAIL", ours: "fail" } },
  },
  {
    name: "HEALTHCHECK NONE",
    image: plainImage()
      .config({ Healthcheck: { Test: ["NONE"] } })
      .history([copied, empty("USER 10001"), empty('HEALTHCHECK &{["NONE"] "0s" "0s" "0s" "0s" \'\\x00\'}')]),
    rows: {
      "4.6": {
        bench: "PASS",
        dockle: "PASS",
        trivy: "PASS",
        ours: "fail",
        because: "NONE switches the check off; the others look whether the setting is there",
      },
    },
  },
  {
    name: "an OCI image config, which has no field for it",
    image: without({ Healthcheck: undefined }),
    isOci: true,
    rows: {
      "4.6": {
        bench: "WARN",
        dockle: "INFO",
        trivy: "FAIL",
        ours: "not-assessed",
        because: "the OCI config cannot carry a healthcheck, so its absence proves nothing",
      },
    },
  },
  {
    name: "a healthcheck in BuildKit's own wording",
    image: plainImage().history([
      { ...copied, comment: "buildkit.dockerfile.v0" },
      { ...empty("USER 10001"), comment: "buildkit.dockerfile.v0" },
      {
        ...empty('HEALTHCHECK &{["CMD-SHELL" "/srv/check || exit 1"] "30s" "3s" "0s" "0s" \'\\x03\'}'),
        comment: "buildkit.dockerfile.v0",
      },
    ]),
    rows: {},
  },
];
