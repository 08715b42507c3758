// The window's questions about the data that judges: how it stands, newer data from its source, and from a file that the
// person chooses. The page names neither an address nor a path.
import type { Handlers } from "../../../shared/ipc/contract.ts";
import type { DataKeeper } from "../data-keeper.ts";

export interface DataDeps {
  readonly data: Pick<DataKeeper, "address" | "status" | "refresh" | "importFile">;
  /** Asks the person for a file; null = none. */
  readonly chooseDataFile: () => Promise<string | null>;
}

type DataChannel = "data.status" | "data.refresh" | "data.import";

export function dataHandlers({ data, chooseDataFile }: DataDeps): Pick<Handlers<AbortSignal>, DataChannel> {
  return {
    "data.status": () => data.status(),
    "data.refresh": ({ force }, emit, signal) => {
      emit({ step: "asking", address: data.address });
      return data.refresh(force, signal);
    },
    "data.import": async () => {
      const path = await chooseDataFile();
      return path === null ? null : data.importFile(path);
    },
  };
}
