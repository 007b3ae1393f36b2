import type { EmittedModule } from "./emitted_module.ts";

/** How modules are looked up while it is traced what one needs. */
export interface ModuleLookup {
  /** What a module emits; null for one that is not ours, as a package's. */
  read(url: string): Promise<EmittedModule | null>;
  /** Where a module's import of `from` leads; undefined where that is not known. */
  resolve(url: string, from: string): string | undefined;
}

/**
 * The modules whose code can change what the module `start` does: those that define what it
 * imports, and what they import, without end. A module that does nothing but hand on others'
 * exports counts with those that are asked for; of the rest behind it, only those count whose
 * loading does more than declare.
 *
 * @returns The modules' addresses, `start` left out.
 */
export async function neededModules(start: string, lookup: ModuleLookup): Promise<Set<string>> {
  const needed = new Set<string>();
  const asked = new Set<string>();
  const loaded = new Set<string>();

  const load = async (url: string): Promise<void> => {
    if (loaded.has(url) || needed.has(url)) return;
    loaded.add(url);
    const module = await lookup.read(url);
    if (module === null) return;
    if (!module.onlyDeclares) return await need(url, null);
    for (const { from } of [...module.imports, ...module.handsOn]) {
      const target = lookup.resolve(url, from);
      if (target !== undefined) await load(target);
    }
  };

  const need = async (url: string, names: readonly string[] | null): Promise<void> => {
    const module = await lookup.read(url);
    if (module === null) return;
    needed.add(url);
    const whole = names === null || !module.onlyHandsOn;
    const keys = whole ? ["*"] : names;
    const fresh = keys.filter((key) => !asked.has(`${key} ${url}`));
    if (asked.has(`* ${url}`) || fresh.length === 0) return;
    for (const key of fresh) asked.add(`${key} ${url}`);
    for (const { from, names } of module.imports) {
      const target = lookup.resolve(url, from);
      if (target !== undefined) await need(target, names);
    }
    const given = new Set(module.handsOn.map((it) => it.as));
    for (const { as, from, name } of module.handsOn) {
      const target = lookup.resolve(url, from);
      if (target === undefined) continue;
      const all = name === "*" && as !== "*";
      if (whole) await need(target, name === "*" ? null : [name]);
      else if (as === "*") {
        const behind = fresh.filter((key) => !given.has(key));
        if (behind.length > 0) await need(target, behind);
        else await load(target);
      } else if (fresh.includes(as)) await need(target, all ? null : [name]);
      else await load(target);
    }
  };

  await need(start, null);
  needed.delete(start);
  return needed;
}
