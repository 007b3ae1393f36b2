import { join, resolve } from "node:path";
import { copyModuleCaches } from "./module_caches.ts";

/** Deno's cache, where installed packages lie. */
export function cacheFolder(): string {
  const home = Deno.env.get("HOME") ?? Deno.env.get("USERPROFILE") ?? "";
  const caches = Deno.build.os === "darwin"
    ? join(home, "Library", "Caches")
    : Deno.env.get("XDG_CACHE_HOME") ?? join(home, ".cache");
  return resolve(Deno.env.get("DENO_DIR") ?? join(caches, "deno"));
}

/** What a kernel shares of the cache, to be read only. */
export const SHARED = ["npm", "remote", "gen"] as const;

/**
 * Makes a cache for one kernel in `folder`: packages and compiled modules are those of the user's
 * cache, and what Deno knows of modules in packages and in `projects` is taken over; what the kernel
 * adds or keeps (storage, caches of its own) is gone with the folder.
 */
export function makeCacheLayer(folder: string, projects: readonly string[]): void {
  const cache = cacheFolder();
  Deno.mkdirSync(folder);
  for (const name of SHARED) {
    try {
      Deno.symlinkSync(Deno.realPathSync(join(cache, name)), join(folder, name));
    } catch {
      // Nothing of that kind was cached yet.
    }
  }
  copyModuleCaches(cache, folder, [join(cache, "npm"), ...projects]);
}

/** The addresses of package registries in the user's settings, without whatever lets one in. */
export function registrySettings(): string {
  const home = Deno.env.get("HOME") ?? Deno.env.get("USERPROFILE") ?? "";
  let text = "";
  try {
    text = Deno.readTextFileSync(join(home, ".npmrc"));
  } catch {
    // None: the default registry.
  }
  const kept = text.split("\n").flatMap((line) => {
    const [, name, value] = /^\s*((?:@[^:\s]+:)?registry)\s*=\s*(\S+)\s*$/.exec(line) ?? [];
    return name === undefined || value === undefined ? [] : [`${name}=${withoutPassword(value)}\n`];
  });
  return kept.join("");
}

/** An address without user and password. */
export function withoutPassword(address: string): string {
  return address.replace(/^(\w+:\/\/)[^/@]*@/, "$1");
}
