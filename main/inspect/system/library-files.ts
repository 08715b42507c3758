// Of the folders of programs and libraries: owners and modes of what lies in them, as the merged view has it.
import type { SystemFacts } from "../../../shared/model/system-facts.ts";
import { type MergedView, walkInSteps } from "../layer/merged-view.ts";
import { FirstByPath, watchedFile } from "./first-by-path.ts";
import { systemFolders } from "./system-folders.ts";

type Libraries = SystemFacts["libraries"];

const writableByOthers = 0o022;

/** In steps, between which the caller may stop. */
export function* libraryFiles(view: MergedView): Generator<void, Libraries> {
  const foreign = new FirstByPath<Libraries["foreign"]["first"][number]>();
  const writable = new FirstByPath<Libraries["writable"]["first"][number]>();
  let examined = 0;
  for (const folder of systemFolders(view)) {
    yield* walkInSteps(
      view,
      (path, node) => {
        if (node.type !== "file" && node.type !== "directory") return;
        examined++;
        if (node.uid !== 0 || node.gid !== 0) foreign.add(watchedFile(path, node));
        if ((node.mode & writableByOthers) !== 0) writable.add(watchedFile(path, node));
      },
      folder,
    );
  }
  return { examined, foreign: foreign.end(), writable: writable.end() };
}
