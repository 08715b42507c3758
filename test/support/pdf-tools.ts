// Poppler and qpdf as outside judges of a PDF: what they say, as text.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { TestContext } from "vitest";
import { missingTools } from "./installed-tools.ts";

const exec = promisify(execFile);

/** Skips the test with the name of what is missing. */
export async function needs(context: TestContext, ...tools: string[]): Promise<void> {
  const missing = await missingTools(tools);
  if (missing !== null) context.skip(missing);
}

/** Both outputs of a program; throws where it fails. */
export async function said(tool: string, ...words: string[]): Promise<string> {
  const env = { ...process.env, LC_ALL: "C.UTF-8" };
  const { stdout, stderr } = await exec(tool, words, { env, maxBuffer: 256 * 1024 * 1024 });
  return `${stdout}${stderr}`;
}

const read = new Map<string, Promise<string[]>>();

/** The text of every page in the order in which it was drawn. Read once a path: it takes seconds for some hundred pages. */
export function pagesOf(path: string): Promise<string[]> {
  const known = read.get(path);
  if (known !== undefined) return known;
  const pages = said("pdftotext", "-raw", path, "-").then((text) => text.split("\f").slice(0, -1));
  read.set(path, pages);
  return pages;
}

/** The text of the whole, or of one page counted from 1, on one line. */
export async function textOf(path: string, page?: number): Promise<string> {
  const pages = await pagesOf(path);
  const wanted = page === undefined ? pages : pages.slice(page - 1, page);
  return wanted.join(" ").replace(/\s+/g, " ");
}

/** The text with no space at all: whatever was wrapped reads whole. */
export function unspaced(text: string): string {
  return text.replace(/\s+/g, "");
}
