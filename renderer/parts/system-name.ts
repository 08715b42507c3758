// The short name of a system for narrow columns.

/**
 * `Debian GNU/Linux 12 (bookworm)` as `Debian 12`, `Alpine Linux v3.22` as `Alpine 3.22`; a name of another form is
 * returned as it is. Untrusted.
 */
export function shortSystem(prettyName: string): string {
  return prettyName
    .replace(/ GNU\/Linux(?= )/, "")
    .replace(/ \([^()]{1,40}\)$/, "")
    .replace(/^Alpine Linux v(?=\d)/, "Alpine ")
    .replace(/ LTS$/, "");
}
