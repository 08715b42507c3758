// The columns of the image list, in their order: name of the word, and what a click on the head sorts by.
import type { ParseKeys } from "i18next";
import type { SortKey } from "./sort.ts";

export interface Column {
  readonly key: SortKey;
  readonly title: ParseKeys;
  readonly isNumber?: boolean;
}

export const columns: readonly Column[] = [
  { key: "image", title: "images.column.image" },
  { key: "base", title: "images.column.base" },
  { key: "controls", title: "images.column.controls" },
  { key: "support", title: "images.column.support" },
  { key: "hardened", title: "images.column.hardened" },
  { key: "size", title: "images.column.size", isNumber: true },
  { key: "used", title: "images.column.used", isNumber: true },
];
