// Actions around an audit: start, cancel, copy the same as a command, make the report.
import { failureOf } from "../../shared/model/failure.ts";
import { routes } from "../routes.ts";
import type { Action } from "./action.ts";
import { commandFor } from "./command-for.ts";

export const auditImages: Action = {
  id: "audit",
  group: "audit",
  key: "a",
  title: ({ say, selected }) =>
    selected.length === 0 ? say("action.auditAll") : say("action.auditSelected", { count: selected.length }),
  when: ({ audit, images }) => !audit.isRunning && (images.table?.images.length ?? 0) > 0,
  run: ({ audit, selected }) => audit.start(selected.length === 0 ? null : selected.map(({ key }) => key)),
};

export const auditSurroundings: Action = {
  id: "audit-surroundings",
  group: "audit",
  title: ({ say }) => say("action.auditSurroundings"),
  when: ({ audit, source }) => !audit.isRunning && source.source.kind === "engine",
  run: ({ audit, navigate }) => {
    audit.startSurroundings();
    navigate(routes.surroundings);
  },
};

export const cancelAudit: Action = {
  id: "cancel-audit",
  group: "audit",
  title: ({ say }) => say("action.cancelAudit"),
  when: ({ audit }) => audit.state.phase === "running",
  run: ({ audit }) => audit.cancel(),
};

export const exportReport: Action = {
  id: "export-report",
  group: "audit",
  title: ({ say }) => say("action.exportReport"),
  when: ({ audit, latestRun }) => latestRun.exists && !audit.isRunning,
  run: ({ latestRun, exportReport, say, tell, tellFailure }) => {
    latestRun.find().then(
      (run) => (run === null ? tell(say("report.gone")) : exportReport(run)),
      (error: unknown) => tellFailure(failureOf(error)),
    );
  },
};

export const copyCommand: Action = {
  id: "copy-command",
  group: "audit",
  key: "c",
  title: ({ say }) => say("action.copyCommand"),
  when: ({ images }) => images.table !== null,
  run: ({ copy, source, selected, say, tell, tellFailure }) => {
    const command = commandFor(source.source, selected.length === 0 ? null : selected);
    void copy(command).then((failure) =>
      failure === null ? tell(say("action.commandCopied", { command })) : tellFailure(failure),
    );
  },
};
