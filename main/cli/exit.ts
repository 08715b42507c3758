// What the exit code of the command line means; 2 beats 1.
export const exitCodes = { done: 0, gateReached: 1, notAllDone: 2, verificationFailed: 3 } as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];
