// Builds the data files that ship with the app, assets/data/{lifecycle,hardened,distro-info}.json, from the researched
// facts. One product or release a line, so that an update reads as a list of what changed. offers.json is kept by hand.
// Usage: node scripts/build-data.mjs [lifecycle-facts.json] [dhi-catalog.json] [output folder] [lifecycle-distros.json]
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(fileURLToPath(new URL("..", import.meta.url)));

/** The object without the keys that have no value (the source has a few empty texts). */
function compact(object) {
  return Object.fromEntries(
    Object.entries(object).filter(([, value]) => value !== undefined && value !== null && value !== ""),
  );
}

/** Phase names as the product calls them; `true` in the source means "exists, no name of its own" and is left out. */
function phasesOf(labels) {
  const named = Object.entries(labels ?? {}).filter(
    ([key, value]) => key !== "discontinued" && typeof value === "string",
  );
  return named.length === 0 ? undefined : Object.fromEntries(named);
}

function cycleOf({ cycle, codename, lts, releaseDate, eoas, eol, eoes, latest }) {
  return compact({ cycle, codename, lts, release: releaseDate, eoas, eol, eoes, latest });
}

function productOf(product) {
  return compact({
    id: product.id,
    label: product.label,
    category: product.category,
    aliases: product.aliases,
    phases: phasesOf(product.labels),
    ltsLabel: product.ltsLabel,
    policy: product.policy,
    purls: product.identifiers?.purl,
    cycles: product.cycles.map(cycleOf),
  });
}

/** Header keys one a line, then one product a line. */
function write(header, products) {
  const head = Object.entries(header).map(([key, value]) => ` ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`);
  const lines = products.map((product) => `  ${JSON.stringify(product)}`);
  return `{\n${head.join("")} "products": [\n${lines.join(",\n")}\n ]\n}\n`;
}

/** The text of lifecycle.json. `facts` is the parsed lifecycle-facts.json. */
export function lifecycleJson(facts) {
  const from = facts.generatedFrom;
  const header = {
    schema: "plimsoll/lifecycle-catalogue@1",
    source: "endoflife.date",
    commit: from.commit,
    date: from.date.slice(0, 10),
    licence: from.licence,
    notice:
      "Derived from the product data of endoflife-date/endoflife.date. Copyright 2020 endoflife.date contributors. " +
      "Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated " +
      'documentation files (the "Software"), to deal in the Software without restriction, including without limitation ' +
      "the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and " +
      "to permit persons to whom the Software is furnished to do so, subject to the following conditions: The above " +
      "copyright notice and this permission notice shall be included in all copies or substantial portions of the " +
      'Software. THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT ' +
      "LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT " +
      "SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION " +
      "OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER " +
      "DEALINGS IN THE SOFTWARE.",
  };
  return write(header, facts.products.map(productOf));
}

/** The text of hardened.json. `products` is the parsed dhi-catalog.json: an array, one entry per product. */
export function hardenedJson(products) {
  const header = {
    schema: "plimsoll/hardened-catalogue@1",
    source: "docker-hardened-images/catalog",
    commit: "30c3db97",
    date: "2026-08-22",
    licence: "Apache-2.0",
    notice:
      "Facts about the image definitions of docker-hardened-images/catalog, published by Docker under Apache-2.0.",
  };
  return write(header, products.map(compact));
}

/** Debian's 4.0 to 6.0 are cycles 4 to 6 at endoflife.date, 2.0 and 3.0 keep both numbers. */
function debianCycle(version, cycles) {
  const major = version.replace(/\.0$/, "");
  return cycles.has(version) || !cycles.has(major) ? version : major;
}

/** The text of distro-info.json: last days of releases that have a version. `facts` gives the names of Debian's cycles. */
export function distroInfoJson(distros, facts) {
  const from = distros.generatedFrom;
  const cycles = new Set(facts.products.find(({ id }) => id === "debian").cycles.map(({ cycle }) => cycle));
  const debian = distros.debian
    .filter(({ version, eol }) => version !== undefined && eol !== undefined)
    .map(({ version, eol, eolLts, eolElts }) =>
      compact({ cycle: debianCycle(version, cycles), eol, eoes: eolLts, elts: eolElts }),
    );
  const ubuntu = distros.ubuntu
    .filter(({ version, eol }) => version !== undefined && eol !== undefined)
    .map(({ version, eol, eolEsm, eolLegacy }) => compact({ cycle: version, eol, eoes: eolEsm, legacy: eolLegacy }));
  const header = {
    schema: "plimsoll/distro-info@1",
    source: "distro-info-data",
    version: from.version,
    date: from.newestEntryDate,
    licence: from.licence,
    notice:
      "Derived from debian.csv and ubuntu.csv of Debian's distro-info-data, Copyright its authors. Permission to use, " +
      "copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted, provided " +
      "that the above copyright notice and this permission notice appear in all copies. THE SOFTWARE IS PROVIDED " +
      '"AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED WARRANTIES OF ' +
      "MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR " +
      "CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION " +
      "OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF " +
      "THIS SOFTWARE.",
  };
  const head = Object.entries(header).map(([key, value]) => ` ${JSON.stringify(key)}: ${JSON.stringify(value)},\n`);
  const list = (releases) => releases.map((release) => `  ${JSON.stringify(release)}`).join(",\n");
  return `{\n${head.join("")} "debian": [\n${list(debian)}\n ],\n "ubuntu": [\n${list(ubuntu)}\n ]\n}\n`;
}

const started = process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(import.meta.url);
if (started) {
  const reference = join(root, "..", "shared", "reference");
  const [facts = join(reference, "lifecycle-facts.json"), catalogue = join(reference, "dhi-catalog.json"), out, third] =
    process.argv.slice(2);
  const folder = out ?? join(root, "assets", "data");
  const parse = (file) => JSON.parse(readFileSync(file, "utf8"));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "lifecycle.json"), lifecycleJson(parse(facts)));
  writeFileSync(join(folder, "hardened.json"), hardenedJson(parse(catalogue)));
  const distros = third ?? join(dirname(facts), "lifecycle-distros.json");
  writeFileSync(join(folder, "distro-info.json"), distroInfoJson(parse(distros), parse(facts)));
  console.log(`wrote lifecycle.json, hardened.json and distro-info.json in ${folder}`);
}
