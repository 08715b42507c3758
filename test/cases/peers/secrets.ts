// 4.10: secrets in the image. What looks like one is put together here, so that no scanner finds it in this repository.
import { file, whiteout } from "../../support/image-builder.ts";
import { type PeerImage, type PeerRow, plainImage, withSteps } from "../../support/peer-image.ts";

const body = Buffer.from(
  "This is no key; it belongs to a table of images that tools are compared on. ".repeat(12),
).toString("base64");
const key = [
  `-----BEGIN RSA ${"PRIVATE"} KEY-----`,
  ...(body.match(/.{1,64}/g) ?? []),
  `-----END RSA ${"PRIVATE"} KEY-----`,
  "",
].join("\n");
const awsKey = ["AKIA", "Q3EGRTVN7KJ2MXWP"].join("");

const withEnv = (...env: readonly string[]) => plainImage().config({ Env: env });
const alarm = (because: string): Record<"4.10", PeerRow> => ({
  "4.10": { bench: "NOTE", dockle: "FATAL", trivy: "PASS", ours: "pass", because },
});

export const images: readonly PeerImage[] = [
  {
    name: "a password in a variable",
    image: withEnv("DB_PASSWORD=Tr0ub4dor-correct-staple"),
    rows: {
      "4.10": {
        bench: "NOTE",
        dockle: "FATAL",
        trivy: "PASS",
        ours: "fail",
        because: "trivy's spec counts critical secrets in files; a value under such a name is a secret all the same",
      },
    },
  },
  {
    name: "an empty variable with such a name",
    image: withEnv("DB_PASSWORD="),
    rows: alarm("an empty value is no secret (dockle issue 180)"),
  },
  {
    name: "a version pin whose name holds crypto",
    image: withEnv("LIBCRYPTO3_PASSWORD_VERSION=3.1.4-r5"),
    rows: alarm("a version is no secret (dockle issue 250)"),
  },
  {
    name: "the path of a password file",
    image: withEnv("POSTGRES_PASSWORD_FILE=/run/secrets/postgres"),
    rows: alarm("a path says where a secret lies; it is none (dockle issues 130, 159)"),
  },
  {
    name: "a private key in a layer",
    image: withSteps(["COPY id_rsa /root/.ssh/id_rsa # buildkit", file("/root/.ssh/id_rsa", key, { mode: 0o600 })]),
    rows: {
      "4.10": {
        bench: "NOTE",
        dockle: "FATAL",
        trivy: "PASS",
        ours: "fail",
        because: "trivy rates private keys high, and its spec counts critical ones alone",
      },
    },
  },
  {
    name: "a private key that a later layer removed",
    image: withSteps(
      ["COPY id_rsa /root/.ssh/id_rsa # buildkit", file("/root/.ssh/id_rsa", key, { mode: 0o600 })],
      ["RUN /bin/sh -c rm /root/.ssh/id_rsa # buildkit", whiteout("/root/.ssh/id_rsa")],
    ),
    rows: {
      "4.10": {
        bench: "NOTE",
        dockle: "PASS",
        trivy: "PASS",
        ours: "fail",
        because: "whoever has the image has the lower layer; none of the three judges what was removed",
      },
    },
  },
  {
    name: "a file of settings by the name of settings.py",
    image: withSteps(["COPY app/ /srv/ # buildkit", file("/srv/settings.py", "DEBUG = False\n")]),
    rows: alarm("dockle goes by the file's name (dockle issue 182); this one holds no secret"),
  },
  {
    name: "an access key of a cloud in a file",
    image: withSteps([
      "COPY aws/ /root/.aws/ # buildkit",
      file("/srv/deploy.sh", `export AWS_ACCESS_KEY_ID=${awsKey}\n`),
    ]),
    rows: {
      "4.10": {
        bench: "NOTE",
        dockle: "PASS",
        trivy: "FAIL",
        ours: "fail",
        because: "dockle looks at names of files and variables, not into files",
      },
    },
  },
];
