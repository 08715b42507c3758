// The pipes of a child process as the socket that node's HTTP client expects. Used for ssh: `docker system dial-stdio` on
// the far side speaks the engine's HTTP over them.
import { type ChildProcessByStdio, spawn } from "node:child_process";
import { Duplex, type Readable, type Writable } from "node:stream";

const maxComplaint = 2000;

/** A child's stdin and stdout as one stream; it ends with an error that holds what the child complained of. */
export class ProcessSocket extends Duplex {
  readonly #child: ChildProcessByStdio<Writable, Readable, Readable>;
  #complaint = "";

  /** Starts `command` without a shell; `env` also says where it is looked for. */
  constructor(command: string, args: readonly string[], env: NodeJS.ProcessEnv) {
    super({ allowHalfOpen: true });
    const child = spawn(command, [...args], { env, stdio: ["pipe", "pipe", "pipe"], windowsHide: true });
    this.#child = child;
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      this.#complaint = (this.#complaint + text).slice(-maxComplaint);
    });
    child.stdout.on("data", (piece: Buffer) => {
      if (!this.push(piece)) child.stdout.pause();
    });
    child.stdin.on("error", () => {
      // The child went away while it was written to: its exit, which follows, says why.
    });
    child.on("error", (error) => this.destroy(new Error(`${command} cannot be started (${error.message})`)));
    child.on("close", (code) => {
      if (code === 0 || this.destroyed) this.push(null);
      else this.destroy(new Error(`${command} ended with ${code ?? "a signal"}: ${this.complaint()}`));
    });
  }

  /** The last line that the child wrote to stderr, which is the one that matters with ssh. */
  complaint(): string {
    return this.#complaint.trim().split(/\r?\n/).at(-1) || "no reason given";
  }

  override _read(): void {
    this.#child.stdout.resume();
  }

  override _write(piece: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    // A failed write is told by the child's exit, with its reason.
    this.#child.stdin.write(piece, () => done());
  }

  override _final(done: (error?: Error | null) => void): void {
    this.#child.stdin.end(() => done());
  }

  override _destroy(error: Error | null, done: (error?: Error | null) => void): void {
    this.#child.kill();
    done(error);
  }

  // What the HTTP client asks of a TCP socket and pipes have no need of.
  setTimeout(): this {
    return this;
  }
  setNoDelay(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  ref(): this {
    this.#child.ref();
    return this;
  }
  unref(): this {
    this.#child.unref();
    return this;
  }
}
