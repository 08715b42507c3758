// Sentences of checks of Docker Enterprise's own parts in both languages: what a person must look at. Part of `container.`.
import type { PhraseTable } from "./table.ts";

export const dockerEnterprisePhrases = {
  "container.edition": {
    en: "product {product}, platform {platform}, version {version}",
    de: "Produkt {product}, Plattform {platform}, Version {version}",
  },
  "container.plane-absent": {
    en: "{engine} is no Docker Enterprise engine and has neither its control plane nor its registry",
    de: "{engine} ist keine Docker-Enterprise-Engine und hat weder deren Steuerungsebene noch deren Registry",
  },
  "container.plane-sessions-per-user": {
    en: "in the control plane's settings (config TOML, auth.sessions.per_user_limit) compare the limit with the security plan",
    de: "in den Einstellungen der Steuerungsebene (TOML, auth.sessions.per_user_limit) die Grenze mit dem Sicherheitsplan vergleichen",
  },
  "container.plane-audit-level": {
    en: "in the control plane's settings (Admin Settings, Logs & Audit Logs) see that the audit level is Request",
    de: "in den Einstellungen der Steuerungsebene (Admin Settings, Logs & Audit Logs) nachsehen, ob die Auditstufe Request ist",
  },
  "container.plane-ldap": {
    en: "in the control plane's settings (Admin Settings, Authentication & Authorization) see that LDAP is on and which directory it asks",
    de: "in den Einstellungen der Steuerungsebene (Admin Settings, Authentication & Authorization) nachsehen, ob LDAP an ist und welches Verzeichnis gefragt wird",
  },
  "container.plane-grants": {
    en: "in the control plane (Access Control: roles, grants, organisations) compare all grants with the security plan",
    de: "in der Steuerungsebene (Access Control: Rollen, Grants, Organisationen) alle Berechtigungen mit dem Sicherheitsplan vergleichen",
  },
  "container.plane-registry-teams": {
    en: "in the registry compare organisations, teams and their rights on each repository with the security plan",
    de: "in der Registry Organisationen, Teams und ihre Rechte an jedem Repository mit dem Sicherheitsplan vergleichen",
  },
  "container.plane-certificates": {
    en: "open the control plane's address and see that its certificate comes from an approved authority, not from itself",
    de: "die Adresse der Steuerungsebene aufrufen und nachsehen, ob ihr Zertifikat von einer zugelassenen Stelle stammt und nicht von ihr selbst",
  },
  "container.plane-registry-certificates": {
    en: "open the registry's address and see that its certificate comes from an approved authority, not from itself",
    de: "die Adresse der Registry aufrufen und nachsehen, ob ihr Zertifikat von einer zugelassenen Stelle stammt und nicht von ihr selbst",
  },
  "container.plane-scheduling": {
    en: "in the control plane's settings (Orchestration) see that neither administrators nor users may schedule on manager and registry nodes",
    de: "in den Einstellungen der Steuerungsebene (Orchestration) nachsehen, dass weder Verwalter noch Benutzer auf Manager- und Registry-Knoten etwas starten dürfen",
  },
  "container.plane-create-on-push": {
    en: "in the registry's settings (System, General) see that repositories are not created on push",
    de: "in den Einstellungen der Registry (System, General) nachsehen, dass ein Push kein Repository anlegt",
  },
  "container.plane-usage-reporting": {
    en: "in the control plane's settings (Usage) see that usage and API reporting are off",
    de: "in den Einstellungen der Steuerungsebene (Usage) nachsehen, dass Nutzungs- und API-Meldungen aus sind",
  },
  "container.plane-registry-analytics": {
    en: "in the registry's settings (System, General) see that analytics are off",
    de: "in den Einstellungen der Registry (System, General) nachsehen, dass die Auswertung der Nutzung aus ist",
  },
  "container.plane-saml": {
    en: "in the control plane's settings (Authentication & Authorization) see that SAML is on and which identity provider it uses",
    de: "in den Einstellungen der Steuerungsebene (Authentication & Authorization) nachsehen, ob SAML an ist und welchen Identitätsanbieter es nutzt",
  },
  "container.plane-client-bundle": {
    en: "download a client bundle from the control plane and compare the issuers of its ca.pem and cert.pem with the security plan",
    de: "ein Client-Paket der Steuerungsebene laden und die Aussteller von ca.pem und cert.pem mit dem Sicherheitsplan vergleichen",
  },
  "container.plane-session-lifetime": {
    en: "in the control plane's settings (Authentication & Authorization) see that sessions last 10 minutes and the renewal threshold is 0",
    de: "in den Einstellungen der Steuerungsebene (Authentication & Authorization) nachsehen, dass Sitzungen 10 Minuten dauern und die Schwelle zur Verlängerung 0 ist",
  },
  "container.plane-login-sessions": {
    en: "in the control plane's settings (config TOML, auth.sessions) compare the number of login sessions a user may hold with the security plan",
    de: "in den Einstellungen der Steuerungsebene (TOML, auth.sessions) die Zahl der Anmeldungen je Benutzer mit dem Sicherheitsplan vergleichen",
  },
  "container.plane-content-trust": {
    en: "in the control plane's settings (Docker Content Trust) see that only signed images may run",
    de: "in den Einstellungen der Steuerungsebene (Docker Content Trust) nachsehen, dass nur signierte Images laufen dürfen",
  },
  "container.plane-registry-scanning": {
    en: "in the registry's settings (System, Security) see that scanning is on, and in each repository that images are scanned on push",
    de: "in den Einstellungen der Registry (System, Security) nachsehen, dass die Prüfung an ist, und in jedem Repository, dass beim Push geprüft wird",
  },
  "container.plane-external-ca": {
    en: "in the control plane's settings (Certificates) see that an external, approved authority issues its certificates",
    de: "in den Einstellungen der Steuerungsebene (Certificates) nachsehen, dass eine externe, zugelassene Stelle die Zertifikate ausstellt",
  },
  "container.plane-registry-ca": {
    en: "in the registry's settings (System, General, Domain & Proxies) see that its TLS authority is an external, approved one",
    de: "in den Einstellungen der Registry (System, General, Domain & Proxies) nachsehen, dass als TLS-Stelle eine externe, zugelassene eingetragen ist",
  },
  "container.plane-signers": {
    en: "in the control plane's settings (Docker Content Trust) see that only signed images may run, and whose signatures count",
    de: "in den Einstellungen der Steuerungsebene (Docker Content Trust) nachsehen, dass nur signierte Images laufen dürfen und wessen Signaturen zählen",
  },
  "container.plane-ca-validation": {
    en: "in the control plane's settings (Certificates) see that the chain it serves ends at the approved authority and validates",
    de: "in den Einstellungen der Steuerungsebene (Certificates) nachsehen, dass die ausgelieferte Kette bei der zugelassenen Stelle endet und gültig ist",
  },
  "container.plane-tls-version": {
    en: "in the control plane's settings (config TOML, min_TLS_version) see that TLS 1.2 is the least it takes",
    de: "in den Einstellungen der Steuerungsebene (TOML, min_TLS_version) nachsehen, dass mindestens TLS 1.2 verlangt wird",
  },
  "container.alert-audit-failure": {
    en: "ask the operators who is alerted when the audit log of this engine's host fails, and see the rule that does it",
    de: "bei den Betreibern nachfragen, wer alarmiert wird, wenn das Auditprotokoll des Hosts dieser Engine ausfällt, und die Regel dafür ansehen",
  },
  "container.alert-storage": {
    en: "in the SIEM see the alarm for a log store that is 75 percent full, and whom it reaches",
    de: "im SIEM den Alarm für einen zu 75 Prozent vollen Protokollspeicher ansehen und wen er erreicht",
  },
  "container.alert-siem-failure": {
    en: "in the SIEM see the immediate notice when logs of this engine stop or fail, and whom it reaches",
    de: "im SIEM die sofortige Meldung ansehen, wenn Protokolle dieser Engine ausbleiben oder fehlschlagen, und wen sie erreicht",
  },
  "container.alert-software": {
    en: "in the SIEM see the alert for software that was installed or started without leave, and whom it reaches",
    de: "im SIEM den Alarm für unerlaubt installierte oder gestartete Software ansehen und wen er erreicht",
  },
  "container.logs-local": {
    en: "containers log with {driver}, which sends nothing off the host: a SIEM needs an agent there",
    de: "Container protokollieren mit {driver}, das nichts vom Host fortschickt: ein SIEM braucht dort einen Agenten",
  },
  "container.logs-sent": {
    en: "containers log with {driver}, which sends lines off the host",
    de: "Container protokollieren mit {driver}, das Zeilen vom Host fortschickt",
  },
} as const satisfies PhraseTable;
