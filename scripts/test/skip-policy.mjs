// Which skips CI takes. Anywhere else a skip is only told; in CI it is a failure unless one of these grounds covers it.

/**
 * The short list. Each ground names the reasons that it covers and where it holds; one with `asked` holds only when the
 * workflow names it in PLIMSOLL_SKIPS, because the machine that runs it is known to lack that thing.
 */
const grounds = [
  {
    name: "not-linux",
    why: "the private Docker daemon and Debian's programs exist on Linux only",
    covers: /^(not installed: |a private Docker daemon needs Linux|needs (Linux|POSIX|a Unix))/,
    holds: ({ platform }) => platform !== "linux",
  },
  {
    name: "shared",
    why: "../shared, the researched reference, lies beside the repository on our own CI and nowhere else",
    covers: /\.\.\/shared/,
    asked: true,
  },
];

/**
 * Parts skips into those that are taken and those that are failures.
 * @param {readonly {name: string, reason: string}[]} skips
 * @param {{ci: boolean, platform: string, asked?: readonly string[]}} where `asked` are the names in PLIMSOLL_SKIPS
 * @returns {{taken: {name: string, reason: string}[], refused: {name: string, reason: string}[]}}
 */
export function judgeSkips(skips, { ci, platform, asked = [] }) {
  const isTaken = ({ reason }) =>
    !ci ||
    grounds.some(
      (ground) =>
        ground.covers.test(reason) && (ground.asked ? asked.includes(ground.name) : ground.holds({ platform })),
    );
  return { taken: skips.filter(isTaken), refused: skips.filter((skip) => !isTaken(skip)) };
}

/**
 * True where the environment says that this is CI, as GitHub and others do (`CI=true`, `CI=1`).
 * @param {{CI?: string | undefined}} env
 */
export function isCi({ CI }) {
  return CI !== undefined && CI !== "" && CI !== "0" && CI.toLowerCase() !== "false";
}
