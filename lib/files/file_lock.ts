import { dirname } from "node:path";

/**
 * Takes the lock that the file at `path` stands for, until it is disposed of or
 * the process ends, however it ends. Resolves to null when another holder has it.
 */
export async function tryLock(path: string): Promise<Disposable | null> {
  await Deno.mkdir(dirname(path), { recursive: true });
  const file = await Deno.open(path, { write: true, create: true });
  try {
    if (await file.tryLock(true)) return file;
  } catch (error) {
    file.close();
    throw error;
  }
  file.close();
  return null;
}
