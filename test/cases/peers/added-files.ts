// 4.9: ADD where COPY would do.
import { file } from "../../support/image-builder.ts";
import { checked, empty, type PeerImage, plainImage, step, withSteps } from "../../support/peer-image.ts";

const app = file("/srv/app.js", "sample\n");
const root = step("/bin/sh -c #(nop) ADD file:0f3a9d8c7b6e5f41a1b2c3d4e5f60718 in / ");

export const images: readonly PeerImage[] = [
  {
    name: "a plain base, made by ADD of its root file system",
    image: plainImage().history([root, empty('/bin/sh -c #(nop)  CMD ["bash"]'), checked]),
    rows: {
      "4.9": {
        bench: "PASS",
        dockle: "PASS",
        trivy: "FAIL",
        ours: "pass",
        because:
          "the leading ADD of a root file system has no COPY in its place; trivy judges a base on its own ADD (trivy issue 3581)",
      },
    },
  },
  {
    name: "an image on such a base",
    image: plainImage()
      .layer(app)
      .history([root, empty('/bin/sh -c #(nop)  CMD ["bash"]'), step("COPY app/ /srv/ # buildkit"), checked]),
    rows: {},
  },
  {
    name: "ADD of the application",
    image: withSteps(["ADD app/ /srv/ # buildkit", app]),
    rows: {
      "4.9": {
        bench: "INFO",
        dockle: "FATAL",
        trivy: "FAIL",
        ours: "manual",
        because: "whether unpacking was meant only a person can say of a local ADD; the step is the evidence",
      },
    },
  },
  {
    name: "ADD from an address, without a checksum",
    image: withSteps(["ADD https://downloads.example.com/tool /usr/local/bin/tool # buildkit", app]),
    rows: { "4.9": { bench: "INFO", dockle: "FATAL", trivy: "FAIL", ours: "fail" } },
  },
  {
    name: "ADD from an address, bound by a checksum",
    image: withSteps([
      `ADD --checksum=sha256:${"a".repeat(64)} https://downloads.example.com/tool /usr/local/bin/tool # buildkit`,
      app,
    ]),
    rows: {
      "4.9": {
        bench: "INFO",
        dockle: "FATAL",
        trivy: "FAIL",
        ours: "pass",
        because: "the checksum says what was fetched, and COPY cannot fetch",
      },
    },
  },
  {
    name: "a base of two layers, both made by ADD",
    image: plainImage()
      .layer(app)
      .layer(file("/srv/more.js", "sample\n"))
      .history([
        root,
        step("/bin/sh -c #(nop) ADD file:77aa9d8c7b6e5f41a1b2c3d4e5f60718 in /root/buildinfo/ "),
        step("COPY app/ /srv/ # buildkit"),
        checked,
      ]),
    rows: {
      "4.9": {
        bench: "INFO",
        dockle: "FATAL",
        trivy: "FAIL",
        ours: "manual",
        because:
          "nothing proves where the base ends, so the second ADD is shown to a person and not blamed (trivy issue 3814)",
      },
    },
  },
];
