// Checksums against tokens that their makers have published as samples, put together from pieces.
import { describe, expect, it } from "vitest";
import {
  isAgeKey,
  isChecksummed,
  isGrafanaToken,
  isPypiToken,
  isWebToken,
} from "../../../../main/inspect/secrets/token-checksums.ts";

const join = (...pieces: readonly string[]) => pieces.join("");
const encoded = (text: string) => Buffer.from(text).toString("base64url");
const web = (header: string, payload: string) => `${encoded(header)}.${encoded(payload)}.c2lnbmF0dXJlIG9mIGE`;
const macaroon = (place: string) =>
  join(
    "py",
    "pi-",
    Buffer.concat([Buffer.from([2, 1, place.length]), Buffer.from(`${place}rest of it`)]).toString("base64url"),
  );

describe("a checksum", () => {
  it.each([
    ["GitHub's", isChecksummed, join("gh", "p_zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq17"), true],
    ["GitHub's, one letter off", isChecksummed, join("gh", "p_zQWBuTSOoRi4A9spHcVY5ncnsDkxkK0mLq17"), false],
    ["GitHub's of another form", isChecksummed, join("github", "_pat_zQWBuTSOoRi4A9spHcVY5ncnsDkxkJ0mLq17"), true],
    ["Grafana's", isGrafanaToken, join("gl", "sa_yscW25imSKJIuav8zF37RZmnbiDvB05G_fcaaf58a"), true],
    ["Grafana's, one digit off", isGrafanaToken, join("gl", "sa_yscW25imSKJIuav8zF37RZmnbiDvB05G_fcaaf58b"), false],
    ["PyPI's", isPypiToken, macaroon("pypi.org"), true],
    ["PyPI's for its tests", isPypiToken, macaroon("test.pypi.org"), true],
    ["a macaroon of somebody else", isPypiToken, macaroon("example.com"), false],
    ["a web token", isWebToken, web('{"alg":"HS256"}', '{"iss":"a"}'), true],
    ["three parts that are no web token", isWebToken, web('{"a":"HS256"}', '{"iss":"a"}'), false],
    ["three parts that are no JSON", isWebToken, web('{"alg"', '{"iss":"a"}'), false],
    ["the web token of a manual", isWebToken, web('{"alg":"HS256"}', '{"some":"payload"}'), false],
    ["age's, one letter off", isAgeKey, `AGE-SECRET-KEY-1${"Q".repeat(58)}`, false],
    ["age's with a letter that Bech32 has not", isAgeKey, `AGE-SECRET-KEY-1${"B".repeat(58)}`, false],
  ])("of %s is %#", (_, check, value, isRight) => {
    expect(check(value)).toBe(isRight);
  });
});
