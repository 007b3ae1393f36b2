import type { Example } from "./example.ts";

/** A function that is called with whatever arguments. */
export type Called = (...args: unknown[]) => unknown;

/** The functions that a room exports, by name. */
export function functionsOf(room: object): Map<string, Called> {
  const found = Object.entries(room).filter(([, value]) => typeof value === "function");
  return new Map(found as [string, Called][]);
}

/** A class is called with new; its methods are functions of their own. */
export function callsOf(
  name: string,
  exported: Called,
  example: Example,
): [string, Called, () => unknown[]][] {
  if (!example.methods) return [[name, exported, example.args]];
  const Class = exported as unknown as new (...args: unknown[]) => Record<string, Called>;
  const instance = (): Record<string, Called> => new Class(...example.args());
  return [
    [name, (...args) => new Class(...args), example.args],
    ...Object.entries(example.methods).map(([method, args]): [string, Called, () => unknown[]] => [
      `${name}.${method}`,
      (...given) => instance()[method]!(...given),
      args,
    ]),
  ];
}

/** An instance of a class or a fit or term of ours is put in and taken out as a whole. */
export function opaque(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  return "basis" in value || "covariance" in value || "columns" in value ||
    (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype);
}
