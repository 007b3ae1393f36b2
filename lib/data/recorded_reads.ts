const KEY = Symbol.for("tallybook.reads");

/**
 * Notes that a file of the project was read, so that whoever runs a notebook knows which tables it
 * rests on. The record is a map from path to SHA-256 under a well-known symbol of the global
 * object: the reader of the record need not import this module.
 */
export function recordRead(path: string, hash: string): void {
  const holder = globalThis as unknown as Record<symbol, Map<string, string> | undefined>;
  const reads = holder[KEY] ??= new Map();
  reads.set(path, hash);
}
