// What the certificate of a key that Plimsoll made says about itself, in its subject name: that it is self-made (O) and
// how its key file is kept (OU). Every reader of a report sees it, also without Plimsoll. Claims, like all names.
export const selfMadeOrganisation = "Self-made by Plimsoll";
export const protectionUnits = {
  passphrase: "Key file under passphrase",
  unprotected: "Key file without passphrase",
} as const;
