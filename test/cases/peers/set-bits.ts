// 4.8: setuid and setgid files.
import { dir, file, hardlink, whiteout } from "../../support/image-builder.ts";
import { type PeerImage, withSteps } from "../../support/peer-image.ts";

const su = file("/usr/bin/su", "sample\n", { mode: 0o4755 });

export const images: readonly PeerImage[] = [
  {
    name: "a setuid file",
    image: withSteps(["COPY bin/ /usr/bin/ # buildkit", su]),
    rows: { "4.8": { bench: "NOTE", dockle: "INFO", trivy: "–", ours: "fail" } },
  },
  {
    name: "a setgid file with a hard link",
    image: withSteps([
      "COPY bin/ /usr/bin/ # buildkit",
      file("/usr/bin/chage", "sample\n", { mode: 0o2755 }),
      hardlink("/usr/bin/expiry", "usr/bin/chage", { mode: 0o2755 }),
    ]),
    rows: { "4.8": { bench: "NOTE", dockle: "INFO", trivy: "–", ours: "fail" } },
  },
  {
    name: "a setgid folder",
    image: withSteps(["COPY var/ /var/ # buildkit", dir("/var/mail", { mode: 0o2775 })]),
    rows: {},
  },
  {
    name: "a setuid file that a later layer removed",
    image: withSteps(
      ["COPY bin/ /usr/bin/ # buildkit", su],
      ["RUN /bin/sh -c rm /usr/bin/su # buildkit", whiteout("/usr/bin/su")],
    ),
    rows: {},
  },
];
