// History entries of every builder as build steps, instructions in any case.
import { describe, expect, it } from "vitest";
import { buildStepOf } from "../../../../main/control/history/build-step.ts";

describe("a history entry is a build step", () => {
  it.each<readonly [string, boolean, string | null, string]>([
    ["/bin/sh -c #(nop) ADD file:abc in / ", false, "ADD", "file:abc in /"],
    ["/bin/sh -c #(nop)  user app", true, "USER", "app"],
    ["RUN /bin/sh -c apt-get update # buildkit", false, "RUN", "apt-get update"],
    ["run /bin/sh -c apt-get update # buildkit", false, "RUN", "apt-get update"],
    ["run apt-get update", false, "RUN", "apt-get update"],
    ["add https://example.com/a.tar / # buildkit", false, "ADD", "https://example.com/a.tar /"],
    ["Copy --from=0 /a /b # buildkit", false, "COPY", "--from=0 /a /b"],
    ["workdir /srv", false, "WORKDIR", "/srv"],
    ["env A=1", true, "ENV", "A=1"],
    ["healthcheck NONE", true, "HEALTHCHECK", "NONE"],
    ["/bin/sh -c make", false, "RUN", "make"],
    // What a container ran before it was committed.
    ["env A=1 ./serve", false, null, "env A=1 ./serve"],
    ["addgroup app", false, null, "addgroup app"],
    ["bazel build ...", false, null, "bazel build ..."],
  ])("%j (no layer: %j)", (createdBy, emptyLayer, instruction, text) => {
    const step = buildStepOf({ created: null, createdBy, emptyLayer }, 3);
    expect(step).toMatchObject({ index: 3, instruction, emptyLayer });
    expect(step.text.trim()).toBe(text);
  });
});
