// Files that are read because secrets live in them, each with the same secret.
import type { NewMember } from "../../../main/tar/write-tar.ts";
import { file } from "../tar-entries.ts";

/** `secret` as the value of every setting, `key` as a file of its own. */
export function secretFiles(secret: string, key: string): readonly NewMember[] {
  const basic = Buffer.from(`user:${secret}`).toString("base64");
  return [
    file("/root/.npmrc", `//registry.example.org/:_authToken=${secret}\n_password = ${secret}\n`),
    file("/root/.netrc", `machine example.org login me password ${secret}\n`),
    file("/root/.pypirc", `[pypi]\nusername = __token__\npassword = ${secret}\n`),
    file("/root/.docker/config.json", JSON.stringify({ auths: { "example.org": { auth: basic } } })),
    file("/root/.kube/config", `users:\n- name: me\n  user:\n    token: ${secret}\n    password: ${secret}\n`),
    file("/app/.env", `DB_PASSWORD=${secret}\nexport API_TOKEN="${secret}"\n`),
    file("/root/.bash_history", `mysql -p${secret}\ncurl -u me:${secret} https://example.org\n`),
    file("/root/.aws/credentials", `[default]\naws_secret_access_key = ${secret}\n`),
    file("/root/.git-credentials", `https://me:${secret}@example.org\n`),
    file("/root/.ssh/id_ed25519", key),
    file("/etc/ssl/private/server.key", key),
    file("/app/settings.yml", `a: &x\n  password: ${secret}\nb: *x\n`),
  ];
}
