/** A value that a caller may give by mistake, with a name for the failure's message. */
export interface BadValue {
  readonly name: string;
  readonly value: unknown;
}

function listOfItself(): unknown[] {
  const list: unknown[] = [1];
  list.push(list);
  return list;
}

/**
 * Values of every wrong kind, and numbers, texts and lists that look right and are not. Made anew each time:
 * a shuffle moves the members of the list that it is given.
 */
const anywhere = (): readonly BadValue[] =>
  [
    undefined,
    null,
    true,
    false,
    NaN,
    Infinity,
    -Infinity,
    -1,
    0,
    0.5,
    1.5,
    -0.5,
    -1e-9,
    1e21,
    1e308,
    -1e308,
    5e-324,
    2 ** 53,
    -(2 ** 53),
    0n,
    10n,
    "",
    " ",
    "12",
    "1e3",
    "NaN",
    "null",
    "hc3",
    "two.sided",
    "Hilary Clinton",
    "WISCONSIN",
    "__proto__",
    "constructor",
    "toString",
    "\u0000",
    "😀",
    "x".repeat(100_000),
    Symbol("a symbol"),
    {},
    { a: 1 },
    { length: 3 },
    { length: -1 },
    { length: 2, 0: 1, 1: NaN },
    { toString: "no function" },
    { outcome: NaN, level: NaN, alpha: NaN },
    [],
    [NaN],
    [0],
    [1],
    [-1],
    [1, 2],
    [1, 2, 3, 4],
    [0, 0, 0, 0],
    [1e308, 1e308, 1e308, 1e308],
    [null],
    [undefined],
    ["a"],
    ["a", "a", "a", "a"],
    ["1", "2"],
    [[1], [2]],
    [[]],
    [{}],
    [10n],
    new Array(3),
    listOfItself(),
  ].map((value) => ({ name: nameOf(value), value })).concat([
    { name: "a bare object", value: Object.create(null) },
    { name: "a date", value: new Date(0) },
    { name: "an invalid date", value: new Date(NaN) },
    { name: "a pattern", value: /x/ },
    { name: "an error", value: new Error("an error as a value") },
    { name: "a function", value: () => 1 },
    { name: "a function of nothing", value: () => undefined },
    { name: "a function giving NaN", value: () => ({ pValue: NaN }) },
    { name: "a class", value: class {} },
    { name: "a promise", value: Promise.resolve(1) },
    { name: "a map", value: new Map([["a", 1]]) },
    { name: "a set", value: new Set([1]) },
    { name: "a boxed number", value: Object(1) },
    { name: "a boxed text", value: Object("a") },
    { name: "an empty Float64Array", value: new Float64Array(0) },
    { name: "a Float64Array of NaN", value: Float64Array.of(NaN, NaN) },
    { name: "a Float64Array of 1e308", value: Float64Array.of(1e308, -1e308, 1e308, 1e308) },
    { name: "a Uint8Array", value: new Uint8Array(3) },
    { name: "a BigInt64Array", value: new BigInt64Array(2) },
    { name: "an ArrayBuffer", value: new ArrayBuffer(8) },
    { name: "a DataView", value: new DataView(new ArrayBuffer(8)) },
    { name: "the global object", value: globalThis },
  ]);

function nameOf(value: unknown): string {
  if (Array.isArray(value) && value[1] === value) return "a list that holds itself";
  if (typeof value === "string") return value.length > 40 ? "a very long text" : `"${value}"`;
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "object" && value !== null) {
    return JSON.stringify(value, (_, member) => typeof member === "bigint" ? `${member}n` : member);
  }
  return String(value);
}

/** Whether a value has numbers under names, as votes of candidates. */
function isCounts(value: unknown): value is Record<string, number> {
  return typeof value === "object" && value !== null &&
    Object.getPrototypeOf(value) === Object.prototype && Object.keys(value).length > 0 &&
    Object.values(value).every((member) => typeof member === "number");
}

/** What can be wrong with a list or numbers under names: one member, the length, all the same. */
function derived(original: unknown): BadValue[] {
  if (isCounts(original)) {
    const all = (value: number) =>
      Object.fromEntries(Object.keys(original).map((key) => [key, value]));
    return [
      { name: "zeros under its names", value: all(0) },
      { name: "one value under its names", value: all(Object.values(original)[0]!) },
      { name: "1e308 under its names", value: all(1e308) },
    ];
  }
  if (!Array.isArray(original) || original.length === 0) return [];
  const last = original.length - 1;
  const withMember = (member: unknown, at = last): unknown[] =>
    original.map((value, i) => (i === at ? member : value));
  const members: readonly unknown[] = [NaN, Infinity, -1, 0.5, 1e308, null, undefined, "1", 3n, {}];
  return [
    ...members.flatMap((member) => [
      { name: `its last member ${nameOf(member)}`, value: withMember(member) },
      { name: `its first member ${nameOf(member)}`, value: withMember(member, 0) },
    ]),
    { name: "one member less", value: original.slice(0, -1) },
    { name: "one member more", value: [...original, original[last]] },
    { name: "one member", value: original.slice(0, 1) },
    { name: "one value for all", value: original.map(() => original[0]) },
    { name: "zeros", value: original.map(() => 0) },
    { name: "texts of its members", value: original.map(String) },
  ];
}

/** The bad values to try where this value stands in a valid call: some hundred. */
export function badValues(original: unknown): readonly BadValue[] {
  // Where a function is expected, a class is one: what it throws when called is the caller's own.
  const values = typeof original === "function"
    ? anywhere().filter(({ name }) => name !== "a class")
    : anywhere();
  return [...values, ...derived(original)];
}
