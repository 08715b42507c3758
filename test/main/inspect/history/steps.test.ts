// History and layers, matched by count, and steps as a person would write them.
import { describe, expect, it } from "vitest";
import { stepsOf, stepText } from "../../../../main/inspect/history/steps.ts";
import { Limits } from "../../../../main/inspect/limit.ts";

const entry = (createdBy: string, emptyLayer = false) => ({ created: null, createdBy, emptyLayer });

describe("stepText", () => {
  it.each([
    ["/bin/sh -c #(nop) ADD file:abc in / ", "ADD file:abc in /"],
    ['/bin/sh -c #(nop)  CMD ["bash"]', 'CMD ["bash"]'],
    ["/bin/sh -c apt-get update && apt-get install -y curl", "RUN apt-get update && apt-get install -y curl"],
    ["RUN /bin/sh -c apk add curl # buildkit", "RUN apk add curl"],
    ["RUN |2 A=1 B=2 /bin/sh -c make # buildkit", "RUN make"],
    ["|1 VERSION=3 /bin/sh -c make", "RUN make"],
    ["|2 P=<secret: password, 16 characters> T=<secret: npm token, 40 characters> /bin/sh -c make", "RUN make"],
    [
      "RUN |2 P=<secret: password, 16 characters> A=b c /bin/bash -o pipefail -c x # buildkit",
      "RUN /bin/bash -o pipefail -c x",
    ],
    ["|2 P=<secret: password, 16 characters> A=b make all", "RUN make all"],
    ["COPY app /app # buildkit", "COPY app /app"],
    ["RUN /bin/bash -o pipefail -c x # buildkit", "RUN /bin/bash -o pipefail -c x"],
    ["run /bin/sh -c apk add curl # buildkit", "RUN apk add curl"],
    ["Run |1 A=1 /bin/sh -c make # buildkit", "RUN make"],
    ["add --chown=1:1 app.tar / # buildkit", "ADD --chown=1:1 app.tar /"],
    ["copy a b /c/", "COPY a b /c/"],
    ["addgroup app", "addgroup app"],
  ])("%j is %j", (createdBy, text) => {
    expect(stepText(entry(createdBy))).toBe(text);
  });

  it("takes the comment where nothing else is said, and cuts what is endless", () => {
    expect(stepText({ createdBy: "", comment: "Imported from -" })).toBe("Imported from -");
    expect(stepText(entry("x".repeat(5000))).length).toBe(2001);
  });
});

describe("stepsOf", () => {
  it("numbers the steps that made a layer", () => {
    const limits = new Limits();
    const { history, stepOfLayer } = stepsOf([entry("COPY a /"), entry("ENV A=1", true), entry("COPY b /")], 2, limits);
    expect(history.map(({ layer }) => layer)).toEqual([0, undefined, 1]);
    expect(stepOfLayer).toEqual(["COPY a /", "COPY b /"]);
    expect(limits.sorted()).toEqual([]);
  });

  it.each([
    [1, 2],
    [2, 1],
    [0, 1],
  ])("gives no layer a step when %d steps meet %d layers, and says so", (steps, layers) => {
    const limits = new Limits();
    const lines = Array.from({ length: steps }, (_, at) => entry(`COPY ${at} /`));
    const { history, stepOfLayer } = stepsOf(lines, layers, limits);
    expect(history.every(({ layer }) => layer === undefined)).toBe(true);
    expect(stepOfLayer).toEqual(Array.from({ length: layers }, () => null));
    expect(limits.sorted()).toMatchObject([{ fact: "history", weight: "note" }]);
  });
});
