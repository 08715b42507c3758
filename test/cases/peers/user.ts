// 4.1: which user a container of the image runs as.
import { checked, copied, empty, type PeerImage, type PeerRow, plainImage } from "../../support/peer-image.ts";

const row = (
  bench: PeerRow["bench"],
  dockle: PeerRow["dockle"],
  trivy: PeerRow["trivy"],
  ours: PeerRow["ours"],
  because?: string,
): PeerRow => ({
  bench,
  dockle,
  trivy,
  ours,
  ...(because === undefined ? {} : { because }),
});
const withUser = (user: string) => plainImage().config({ User: user });

export const images: readonly PeerImage[] = [
  { name: "in order: numeric user, healthcheck, COPY alone", image: plainImage(), rows: {} },
  { name: "no user", image: withUser(""), rows: { "4.1": row("WARN", "WARN", "FAIL", "fail") } },
  { name: "user root", image: withUser("root"), rows: { "4.1": row("WARN", "WARN", "FAIL", "fail") } },
  {
    name: "user root:root",
    image: withUser("root:root"),
    rows: {
      "4.1": row(
        "PASS",
        "PASS",
        "FAIL",
        "fail",
        "docker-bench and dockle compare the whole text; the group behind the colon does not make root another user",
      ),
    },
  },
  {
    name: "user 0",
    image: withUser("0"),
    rows: { "4.1": row("WARN", "PASS", "FAIL", "fail", "dockle knows the empty user and the name root alone") },
  },
  {
    name: "user 0:0",
    image: withUser("0:0"),
    rows: {
      "4.1": row("PASS", "PASS", "FAIL", "fail", "docker-bench and dockle compare the whole text with 0 and root"),
    },
  },
  {
    name: "user 00",
    image: withUser("00"),
    rows: {
      "4.1": row(
        "PASS",
        "PASS",
        "PASS",
        "fail",
        "the engine reads a number, and 00 is UID 0; the others compare texts",
      ),
    },
  },
  {
    name: "a name whose UID is 0",
    image: withUser("admin"),
    rows: {
      "4.1": row("PASS", "PASS", "PASS", "fail", "the image's own passwd gives admin UID 0; the others do not open it"),
    },
  },
  {
    name: "a name that passwd does not have",
    image: withUser("ghost"),
    rows: {
      "4.1": row(
        "PASS",
        "PASS",
        "PASS",
        "fail",
        "no passwd entry says which UID the name would be, so nothing proves that it is not 0",
      ),
    },
  },
  {
    name: "USER root in the history, a number in the config",
    image: plainImage().history([copied, empty("USER root"), empty("USER 10001"), checked]),
    rows: {},
  },
];
