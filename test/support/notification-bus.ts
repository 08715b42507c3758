// A session bus of a test's own, with a desktop on it that takes notifications and shows them to nobody. It speaks just enough
// of the D-Bus protocol (D-Bus Specification, Message Protocol) for org.freedesktop.Notifications 1.2.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { createInterface } from "node:readline";

export interface NotificationBus {
  /** For DBUS_SESSION_BUS_ADDRESS. */
  readonly address: string;
  /** The titles of the notifications that were asked for, in order. */
  readonly titles: readonly string[];
  stop(): Promise<void>;
}

/** Starts `dbus-daemon` (Debian: dbus) and answers on it as a desktop does. */
export async function startNotificationBus(): Promise<NotificationBus> {
  const daemon = spawn("dbus-daemon", ["--session", "--nofork", "--nopidfile", "--print-address=1"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [address] = (await once(createInterface({ input: daemon.stdout }), "line")) as [string];
  const path = /unix:path=([^,;]+)/.exec(address)?.[1];
  if (path === undefined) throw new Error(`no path in ${address}`);
  const titles: string[] = [];
  const socket = connect(path);
  await once(socket, "connect");
  await serve(socket, titles);
  return {
    address,
    titles,
    async stop() {
      socket.destroy();
      const ended = once(daemon, "exit");
      daemon.kill();
      await ended;
    },
  };
}

const bus = { path: "/org/freedesktop/DBus", destination: "org.freedesktop.DBus", interface: "org.freedesktop.DBus" };

/** Logs in, takes the name, and answers from then on. */
async function serve(socket: Socket, titles: string[]): Promise<void> {
  const uid = Buffer.from(String(process.getuid?.() ?? 0)).toString("hex");
  socket.write(`\0AUTH EXTERNAL ${uid}\r\n`);
  const [greeting] = (await once(socket, "data")) as [Buffer];
  if (!greeting.toString().startsWith("OK ")) throw new Error(`the bus says ${greeting.toString()}`);
  socket.write("BEGIN\r\n");
  let serial = 0;
  const send = (type: 1 | 2, fields: Fields, body = new Writer(), flags = 0): void => {
    serial += 1;
    socket.write(message(type, flags, serial, fields, body));
  };
  let pending = Buffer.alloc(0);
  const isNamed = new Promise<void>((resolve) => {
    socket.on("data", (bytes) => {
      pending = Buffer.concat([pending, bytes]);
      for (let size = sizeOf(pending); size !== null && size <= pending.length; size = sizeOf(pending)) {
        const got = readMessage(pending.subarray(0, size));
        pending = pending.subarray(size);
        // The answer to RequestName, the second thing that was asked.
        if (got.type === 2 && got.replySerial === 2) resolve();
        if (got.type !== 1 || got.sender === "") continue;
        const body = new Writer();
        if (got.member === "Notify") {
          titles.push(titleOf(got.body));
          body.number(titles.length);
        } else if (got.member === "GetServerInformation") {
          for (const text of ["test", "plimsoll", "1", "1.2"]) body.text(text);
        } else if (got.member === "GetCapabilities") {
          body.number(0);
        }
        const signature = { Notify: "u", GetServerInformation: "ssss", GetCapabilities: "as" }[got.member];
        const fields = { destination: got.sender, replySerial: got.serial };
        send(2, signature === undefined ? fields : { ...fields, signature }, body);
      }
    });
  });
  send(1, { ...bus, member: "Hello" });
  const name = new Writer();
  name.text("org.freedesktop.Notifications");
  name.number(0);
  send(1, { ...bus, member: "RequestName", signature: "su" }, name);
  await isNamed;
}

/** Notify(app_name, replaces_id, app_icon, summary, …): the fourth argument. */
function titleOf(body: Buffer): string {
  const reader = new Reader(body);
  reader.text();
  reader.number();
  reader.text();
  return reader.text();
}

interface Fields {
  readonly path?: string;
  readonly interface?: string;
  readonly member?: string;
  readonly replySerial?: number;
  readonly destination?: string;
  readonly signature?: string;
}
const codes = { path: 1, interface: 2, member: 3, replySerial: 5, destination: 6, signature: 8 } as const;

/** Little-endian values, each on a multiple of its size. */
class Writer {
  bytes: number[] = [];
  align(to: number): void {
    while (this.bytes.length % to !== 0) this.bytes.push(0);
  }
  number(value: number): void {
    this.align(4);
    for (const shift of [0, 8, 16, 24]) this.bytes.push((value >>> shift) & 255);
  }
  text(text: string): void {
    const bytes = Buffer.from(text);
    this.number(bytes.length);
    this.bytes.push(...bytes, 0);
  }
  signature(text: string): void {
    this.bytes.push(text.length, ...Buffer.from(text), 0);
  }
}

function message(type: number, flags: number, serial: number, fields: Fields, body: Writer): Buffer {
  const head = new Writer();
  head.bytes.push("l".charCodeAt(0), type, flags, 1);
  head.number(body.bytes.length);
  head.number(serial);
  const list = new Writer();
  for (const key of Object.keys(codes) as (keyof typeof codes)[]) {
    const value = fields[key];
    if (value === undefined) continue;
    // The array begins at 16, so that what is aligned in it is aligned in the message.
    list.align(8);
    list.bytes.push(codes[key]);
    list.signature(key === "path" ? "o" : key === "signature" ? "g" : key === "replySerial" ? "u" : "s");
    if (typeof value === "number") list.number(value);
    else if (key === "signature") list.signature(value);
    else list.text(value);
  }
  head.number(list.bytes.length);
  head.bytes.push(...list.bytes);
  head.align(8);
  return Buffer.from([...head.bytes, ...body.bytes]);
}

class Reader {
  at = 0;
  readonly bytes: Buffer;
  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }
  number(): number {
    this.at = Math.ceil(this.at / 4) * 4;
    this.at += 4;
    return this.bytes.readUInt32LE(this.at - 4);
  }
  text(): string {
    const length = this.number();
    this.at += length + 1;
    return this.bytes.toString("utf8", this.at - length - 1, this.at - 1);
  }
  signature(): string {
    const length = this.bytes[this.at] ?? 0;
    this.at += length + 2;
    return this.bytes.toString("utf8", this.at - length - 1, this.at - 1);
  }
}

/** The size of the message that begins here; null while too little of it is there to tell. */
function sizeOf(bytes: Buffer): number | null {
  if (bytes.length < 16) return null;
  return Math.ceil((16 + bytes.readUInt32LE(12)) / 8) * 8 + bytes.readUInt32LE(4);
}

function readMessage(bytes: Buffer) {
  const fieldsEnd = 16 + bytes.readUInt32LE(12);
  const got = { type: bytes[1] ?? 0, serial: bytes.readUInt32LE(8), replySerial: 0, member: "", sender: "" };
  const reader = new Reader(bytes);
  reader.at = 16;
  while (reader.at < fieldsEnd) {
    reader.at = Math.ceil(reader.at / 8) * 8;
    const code = bytes[reader.at] ?? 0;
    reader.at += 1;
    const kind = reader.signature();
    const value = kind === "u" ? reader.number() : kind === "g" ? reader.signature() : reader.text();
    if (code === 3) got.member = String(value);
    if (code === 5) got.replySerial = Number(value);
    if (code === 7) got.sender = String(value);
  }
  return { ...got, body: bytes.subarray(Math.ceil(fieldsEnd / 8) * 8) };
}
