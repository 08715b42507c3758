import { describe, expect, it } from "vitest";
import { isHarmlessValue, secretWordOf } from "../../../../main/inspect/secrets/secret-name.ts";

describe("a name says that its value is a secret", () => {
  it.each([
    ["DB_PASSWORD", "password"],
    ["PGPASSWORD", "password"],
    ["MYSQL_PWD", "password"],
    ["keyStorePassword", "password"],
    ["GITHUB_TOKEN", "password"],
    ["_authToken", "password"],
    ["client-secret", "password"],
    ["com.example.token", "password"],
    ["GPG_PASSPHRASE", "password"],
    ["AWS_ACCESS_KEY_ID", "key"],
    ["API_KEY", "key"],
    ["SECRET_KEY_BASE", "password"],
    ["KEY", "key"],
    ["GPG_PRIVATE_KEY", "key"],
  ])("%s: %s", (name, word) => expect(secretWordOf(name)).toBe(word));

  it.each([
    "PATH",
    "KEYCLOAK_ADMIN",
    "MONKEY",
    "KEYBOARD",
    "GPG_KEY",
    "GPG_KEYS",
    "NGINX_GPGKEY_PATH",
    "SSH_PUBLIC_KEY",
    "SIGNING_KEY_FINGERPRINT",
    "PASSWORD_MIN_LENGTH",
    "TOKEN_TTL",
    "SECRET_NAME",
    "AWS_SECRET_ARN",
    "KEY_VAULT",
    "SECRETS_MANAGER",
    "GIT_CREDENTIAL_HELPER",
    "TOKEN_ISSUER",
    "KEY_ID",
    "BYPASS",
    "TOKENIZER",
    "",
  ])("%s does not", (name) => expect(secretWordOf(name)).toBeNull());
});

describe("a value under such a name is none", () => {
  it.each([
    "",
    "  ",
    '""',
    `\${X}`,
    "$DB_PASSWORD",
    "$(cat /run/x)",
    "<your password>",
    "{{ .Values.password }}",
    "xxxxxxx",
    "***",
    "changeme",
    "change_me_please",
    "CHANGE-ME",
    "placeholder",
    "/run/secrets/db",
    "./key.pem",
    "server.key",
    "C:\\keys\\a",
    "https://vault.example.com/v1",
    "1.2.3-r0",
    "1:4.13+dfsg1-1",
    "~=2.0.*",
    "true",
    "3600",
    "30s",
  ])("where it is %j", (value) => expect(isHarmlessValue(value, "key")).toBe(true));

  it.each(["hunter2", "password", "p@ss", "/wJalrXUtnFEMI/K7MDENG/bPxRfiCYzzzz5LEKEY1abcdEF12", "correct horse", "a1"])(
    "but not where it is %j",
    (value) => expect(isHarmlessValue(value, "password")).toBe(false),
  );

  it("where it is a short number, yet four digits under a password are one", () => {
    expect(isHarmlessValue("12", "password")).toBe(true);
    expect(isHarmlessValue("1234", "password")).toBe(false);
    expect(isHarmlessValue("1234", "key")).toBe(true);
  });
});
