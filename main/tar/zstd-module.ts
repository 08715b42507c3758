// The zstd decoder as a compiled WebAssembly module. It lies inside the JavaScript of `zstddec`, which keeps it to itself
// but hands it to its own `_init`; taken out there it works the same in a checkout, in a bundle, in Node and in Electron.
import { ZSTDDecoder } from "zstddec/stream";

/** The functions of libzstd that the module exports; pointers and sizes are 32-bit numbers. */
export interface ZstdExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  malloc(size: number): number;
  ZSTD_createDCtx(): number;
  ZSTD_decompressStream(context: number, output: number, input: number): number;
}

interface Compiled {
  instantiate(): Promise<ZstdExports>;
}

/** What the runtime offers as `WebAssembly`, as far as it is used: the compiler's library here is ES2022 alone. */
interface WasmRuntime {
  instantiate(module: unknown, imports: unknown): Promise<{ readonly exports: unknown }>;
}

class Extractor extends ZSTDDecoder {
  readonly compiled: Promise<Compiled>;
  constructor() {
    super();
    this.compiled = new Promise((resolve, reject) => {
      // Called without `this` once the module was compiled and instantiated.
      this._init = ({ module }: { readonly module: unknown }) => resolve({ instantiate: () => instantiate(module) });
      this.init().catch(reject);
    });
  }
}

async function instantiate(module: unknown): Promise<ZstdExports> {
  const { WebAssembly: runtime } = globalThis as unknown as { WebAssembly: WasmRuntime };
  const { exports } = await runtime.instantiate(module, { env: { emscripten_notify_memory_growth: () => undefined } });
  return exports as ZstdExports;
}

/** Compiled once a process, since `zstddec` itself does so and would not call `_init` again. Holds no data. */
let compiled: Promise<Compiled> | null = null;

/** A decoder of its own: streams side by side share nothing, and its memory goes when it goes. */
export async function newZstd(): Promise<ZstdExports> {
  compiled ??= new Extractor().compiled;
  return (await compiled).instantiate();
}
