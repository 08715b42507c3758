// Sentences about the data itself: refreshed, imported, own dates, and what changed in it, in both languages; `{name}`
// stands for a value of the phrase. Keys begin with `data.`.
import type { PhraseTable } from "./table.ts";

export const dataPhrases = {
  // How a look at the source ended
  "data.taken": {
    en: "data of {date} with {products} products was taken",
    de: "Daten vom {date} mit {products} Produkten wurden übernommen",
  },
  "data.unchanged": {
    en: "the source has nothing newer than {date}",
    de: "die Quelle hat nichts Neueres als {date}",
  },
  "data.recent": {
    en: "it was looked at within a day ({at}), so nobody was asked",
    de: "vor weniger als einem Tag nachgesehen ({at}), daher wurde niemand gefragt",
  },
  "data.wait": {
    en: "not asked again before {until}, since the last tries failed",
    de: "vor {until} wird nicht erneut gefragt, da die letzten Versuche scheiterten",
  },
  "data.wait-server": {
    en: "the server asked not to be asked before {until}",
    de: "der Server bat, vor {until} nicht erneut gefragt zu werden",
  },

  // Why an answer was not taken: the way there
  "data.unreachable": {
    en: "no answer ({cause}); check the network, or carry the data over with plimsoll data import (HTTP proxies are not supported)",
    de: "keine Antwort ({cause}); Netz prüfen oder die Daten mit plimsoll data import übertragen (HTTP-Proxys werden nicht unterstützt)",
  },
  "data.no-trust": {
    en: "its certificate is not trusted ({cause}); a proxy that opens TLS has to be known to Node (NODE_EXTRA_CA_CERTS)",
    de: "dem Zertifikat wird nicht vertraut ({cause}); ein Proxy, der TLS aufbricht, muss Node bekannt sein (NODE_EXTRA_CA_CERTS)",
  },
  "data.silent": {
    en: "not a byte came for {seconds} s; try again later",
    de: "{seconds} s lang kam kein Byte; später erneut versuchen",
  },
  "data.too-slow": {
    en: "the answer was not there after {seconds} s; try again later",
    de: "nach {seconds} s war die Antwort nicht da; später erneut versuchen",
  },
  "data.cut": {
    en: "the answer ended too early; try again",
    de: "die Antwort brach vorzeitig ab; erneut versuchen",
  },
  "data.too-large": {
    en: "it is larger than {mebibytes} MiB, which no answer of this source comes near",
    de: "größer als {mebibytes} MiB, was keine Antwort dieser Quelle annähernd erreicht",
  },
  "data.not-unpacked": {
    en: "it cannot be unpacked; the compressed data is damaged",
    de: "nicht zu entpacken; die komprimierten Daten sind beschädigt",
  },
  "data.other-coding": {
    en: "the answer is encoded as {coding}, which was not asked for",
    de: "die Antwort ist als {coding} kodiert, danach war nicht gefragt",
  },
  "data.too-many-redirects": {
    en: "redirected more than {count} times",
    de: "mehr als {count}-mal weitergeleitet",
  },
  "data.redirect-nowhere": {
    en: "redirected without saying where to",
    de: "weitergeleitet, ohne zu sagen wohin",
  },
  "data.redirect-downgrade": {
    en: "redirected from https to {to}; that way anyone could answer, so it is not followed",
    de: "von https nach {to} weitergeleitet; dort könnte jeder antworten, daher wird nicht gefolgt",
  },
  "data.redirect-scheme": {
    en: "redirected to {to}, which is not followed",
    de: "nach {to} weitergeleitet, dem wird nicht gefolgt",
  },
  "data.redirect-inside": {
    en: "redirected into the local network ({to}), where a public server has no business; a mirror there is named with plimsoll data refresh --url",
    de: "ins lokale Netz weitergeleitet ({to}), wo ein öffentlicher Server nichts zu suchen hat; einen Spiegel dort nennt plimsoll data refresh --url",
  },

  // The answer itself
  "data.page": {
    en: "this address answers with a page, not with data; an error page or the login of a proxy stands in between",
    de: "diese Adresse antwortet mit einer Seite statt mit Daten; dazwischen steht eine Fehlerseite oder die Anmeldung eines Proxys",
  },
  "data.not-found": {
    en: "there is nothing at this address (HTTP {status}); it may have moved: update Plimsoll, or name a mirror with plimsoll data refresh --url",
    de: "unter dieser Adresse ist nichts (HTTP {status}); vielleicht umgezogen: Plimsoll aktualisieren oder mit plimsoll data refresh --url einen Spiegel nennen",
  },
  "data.asked-too-often": {
    en: "the server is asked too often (HTTP {status}); it is left alone for now",
    de: "der Server wird zu oft gefragt (HTTP {status}); er wird vorerst in Ruhe gelassen",
  },
  "data.server-fault": {
    en: "the server has a fault (HTTP {status}); try again later",
    de: "der Server hat eine Störung (HTTP {status}); später erneut versuchen",
  },
  "data.unexpected-status": {
    en: "an unexpected answer (HTTP {status})",
    de: "eine unerwartete Antwort (HTTP {status})",
  },
  "data.other-type": {
    en: "the answer is {type}, not JSON",
    de: "die Antwort ist {type}, kein JSON",
  },
  "data.no-json": {
    en: "it is no JSON, or was cut off",
    de: "kein JSON oder abgeschnitten",
  },
  "data.other-shape": {
    en: "it does not have the shape of endoflife.date's API v1 (at {place}: {cause})",
    de: "nicht die Form der API v1 von endoflife.date (bei {place}: {cause})",
  },
  "data.not-whole": {
    en: "it holds {count} products and says itself that there are {total}",
    de: "enthält {count} Produkte und nennt selbst {total}",
  },
  "data.twice": { en: "{name} stands in it twice", de: "{name} steht doppelt darin" },
  "data.few-products": {
    en: "it holds {count} products where {known} are known; that many do not vanish at once",
    de: "enthält {count} Produkte, bekannt sind {known}; so viele verschwinden nicht auf einmal",
  },
  "data.few-cycles": {
    en: "it holds {count} cycles where {known} are known; that many do not vanish at once",
    de: "enthält {count} Zyklen, bekannt sind {known}; so viele verschwinden nicht auf einmal",
  },
  "data.older": {
    en: "it is of {date}, older than what is here ({known})",
    de: "vom {date} und damit älter als das Vorhandene ({known})",
  },
  "data.future": {
    en: "it says it is of {date}, and today is {today}; check the clock of this machine",
    de: "angeblich vom {date}, heute ist {today}; die Uhr dieses Rechners prüfen",
  },
  "data.other-digest": {
    en: "its digest is {found}, wanted is {wanted}; carry the file over anew",
    de: "sein Digest ist {found}, verlangt ist {wanted}; die Datei neu übertragen",
  },

  // What was noticed while loading
  "data.set-aside": {
    en: "the refreshed lifecycle data cannot be used ({cause}) and was set aside; the embedded data is used, plimsoll data refresh fetches it anew",
    de: "die aktualisierten Lebenszyklusdaten sind unbrauchbar ({cause}) und wurden beiseitegelegt; es gelten die mitgelieferten, plimsoll data refresh holt sie neu",
  },
  "data.own-unknown": {
    en: "own dates: the data of {date} has no {name}, so these dates stand beside nothing",
    de: "eigene Daten: die Daten vom {date} kennen {name} nicht, diese Angaben wirken daher nicht",
  },
  "data.own-same": {
    en: "own dates: those of {name} are by now the same as the source's",
    de: "eigene Daten: die Angaben zu {name} sind inzwischen dieselben wie die der Quelle",
  },
  "data.own-known": {
    en: "own dates: the data of {date} has {name} as well; the own product takes its place",
    de: "eigene Daten: auch die Daten vom {date} kennen {name}; das eigene Produkt tritt an dessen Stelle",
  },
  "data.own-crossed": {
    en: "own dates: extended support of {name} would end on {eoes}, before support itself on {eol}; state both",
    de: "eigene Daten: der erweiterte Support von {name} endete am {eoes}, vor dem Support selbst am {eol}; beides angeben",
  },

  // What changed
  "data.moved": {
    en: "{label} {cycle}: {what} moved from {from} to {to}",
    de: "{label} {cycle}: {what} von {from} auf {to} verschoben",
  },
  "data.stated": { en: "{label} {cycle}: {what} is now {to}", de: "{label} {cycle}: {what} ist jetzt {to}" },
  "data.unstated": {
    en: "{label} {cycle}: {what} is no longer stated, it was {from}",
    de: "{label} {cycle}: {what} wird nicht mehr genannt, war {from}",
  },
  "data.new-cycle": { en: "{label} {cycle} is new, {what}: {to}", de: "{label} {cycle} ist neu, {what}: {to}" },
  "data.gone-cycle": { en: "{label} {cycle} is gone", de: "{label} {cycle} ist entfallen" },
  "data.new-product": {
    en: "{label} is new, cycles: {count}",
    de: "{label} ist neu, Zyklen: {count}",
  },
  "data.gone-product": { en: "{label} is gone", de: "{label} ist entfallen" },
  "data.renamed-product": {
    en: "{label} was called {formerly} and is now {product}",
    de: "{label} hieß {formerly} und heißt nun {product}",
  },
} as const satisfies PhraseTable;
