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

/** The text of pages in the order in which it was drawn, on one line. */
export async function textOf(path: string, pages?: { readonly first: number; readonly last: number }): Promise<string> {
  const range = pages === undefined ? [] : ["-f", String(pages.first), "-l", String(pages.last)];
  return (await said("pdftotext", "-raw", ...range, path, "-")).replace(/\s+/g, " ");
}

/** The text with no space at all: whatever was wrapped reads whole. */
export function unspaced(text: string): string {
  return text.replace(/\s+/g, "");
}
