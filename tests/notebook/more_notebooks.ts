/** More notebooks of the kinds that people publish, written anew: analyses, tutorials, demonstrations. */
import type { CellSpec } from "./project.ts";

const mayFail = (code: string): CellSpec => ({ code, tags: ["raises-exception"] });

/** By name, their cells. They read what the test puts beside them: votes.csv, helper.ts. */
export const MORE_NOTEBOOKS: Readonly<Record<string, readonly CellSpec[]>> = {
  csv_analysis: [
    'const text = await Deno.readTextFile("votes.csv");\nconst [head, ...rows] = text.trim().split("\\n").map((line) => line.split(","));\nconst votes = rows.map(([state, n]) => ({ state, n: Number(n) }));\nvotes',
    "const total = votes.reduce((sum, { n }) => sum + n, 0);\nconsole.table(votes.map(({ state, n }) => ({ state, share: (n / total).toFixed(3) })));",
    "Map.groupBy(votes, ({ n }) => n > 3 ? 'many' : 'few')",
  ],
  json_and_fetch: [
    'const answer = await fetch("data:application/json,%7B%22a%22%3A%5B1%2C2%5D%7D");\nawait answer.json()',
    "JSON.stringify({ b: 1, a: [null, undefined, NaN], d: new Date(0) }, null, 2)",
    "new Headers({ 'Content-Type': 'text/plain' })",
    "answer.ok && answer.status",
  ],
  words_and_patterns: [
    'const text = "It was the best of times, it was the worst of times";\nconst words = text.toLowerCase().match(/\\w+/g) ?? [];\nwords.length',
    "Object.entries(words.reduce((n, w) => ({ ...n, [w]: (n[w] ?? 0) + 1 }), {} as Record<string, number>)).sort(([, a], [, b]) => b - a)",
    '"2016-11-08".replace(/(\\d+)-(\\d+)-(\\d+)/, "$2/$3/$1")',
    '[..."a1b22".matchAll(/\\d+/g)].map((it) => [it[0], it.index])',
    '"straße".normalize("NFD").toUpperCase()',
  ],
  dates_and_locales: [
    "new Date(Date.UTC(2016, 10, 8))",
    'new Intl.DateTimeFormat("en-US", { dateStyle: "long", timeZone: "UTC" }).format(0)',
    'new Intl.NumberFormat("de-DE", { style: "currency", currency: "EUR" }).format(1234.5)',
    '["b", "ä", "a"].sort(new Intl.Collator("de").compare)',
    'new Intl.PluralRules("en-US", { type: "ordinal" }).select(2)',
  ],
  sorting: [
    "function quicksort(list: number[]): number[] {\n  if (list.length < 2) return list;\n  const [first, ...rest] = list;\n  return [...quicksort(rest.filter((x) => x < first)), first, ...quicksort(rest.filter((x) => x >= first))];\n}\nquicksort([3, 1, 2, 3, 0])",
    "const list = Array.from({ length: 20 }, (_, i) => (i * 7919) % 101);\nlist.toSorted((a, b) => a - b)",
    "console.assert(quicksort(list).join() === list.toSorted((a, b) => a - b).join(), 'sorted');\nconsole.log('all sorted');",
  ],
  matrices: [
    "const identity = (n: number) => Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => Number(i === j)));\nidentity(3)",
    "const times = (a: number[][], b: number[][]) => a.map((row) => b[0].map((_, j) => row.reduce((s, x, k) => s + x * b[k][j], 0)));\ntimes([[1, 2], [3, 4]], [[0, 1], [1, 0]])",
    "new Float64Array([0.1, 0.2, 0.30000000000000004])",
    "new DataView(new ArrayBuffer(4)).byteLength",
  ],
  simulation: [
    "let state = 42;\nconst random = () => (state = (state * 1664525 + 1013904223) % 2 ** 32) / 2 ** 32;\nrandom()",
    "let inside = 0;\nfor (let i = 0; i < 100_000; i++) if (random() ** 2 + random() ** 2 < 1) inside++;\n(4 * inside / 100_000).toFixed(2)",
    "const counts = new Array(6).fill(0);\nfor (let i = 0; i < 600; i++) counts[Math.floor(random() * 6)]++;\ncounts",
  ],
  recursion: [
    "const memo = new Map<number, bigint>();\nconst fib = (n: number): bigint => n < 2 ? BigInt(n) : memo.get(n) ?? (memo.set(n, fib(n - 1) + fib(n - 2)), memo.get(n)!);\nfib(100)",
    "const hanoi = (n: number, a = 'A', b = 'B', c = 'C'): number => n === 0 ? 0 : hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a);\nhanoi(10)",
    mayFail("const endless = (): number => 1 + endless();\nendless();"),
    "memo.size",
  ],
  iterators: [
    "async function* ticks(n: number) {\n  for (let i = 0; i < n; i++) {\n    await new Promise((resolve) => setTimeout(resolve, 5));\n    yield i;\n  }\n}\nfor await (const i of ticks(3)) console.log('tick', i);",
    "await Array.fromAsync(ticks(4))",
    "[1, 2, 3, 4].values().filter((x) => x % 2 === 0).map((x) => x * x).toArray()",
    "const it = [10, 20][Symbol.iterator]();\nit.next();\nit.next();\nit.next()",
  ],
  classes: [
    "abstract class Shape {\n  abstract area(): number;\n  toString() { return `${this.constructor.name} of ${this.area()}`; }\n}\nclass Square extends Shape {\n  constructor(readonly side: number) { super(); }\n  area() { return this.side ** 2; }\n}\nnew Square(3)",
    "String(new Square(2))",
    "class Secret { #hidden = 1; static count = 0; get twice() { return this.#hidden * 2; } }\n[new Secret(), new Secret().twice, Secret]",
    "const frozen = Object.freeze({ a: 1 });\nObject.getOwnPropertyDescriptor(frozen, 'a')",
  ],
  failing_on_purpose: [
    "class VoteError extends Error {\n  constructor(message: string, readonly state: string) { super(message); this.name = 'VoteError'; }\n}\ntry { throw new VoteError('none', 'WI'); } catch (error) { console.log(error.name, error.state, error instanceof VoteError); }",
    mayFail("throw new VoteError('uncounted', 'MI');"),
    mayFail("JSON.parse('{');"),
    mayFail("await Promise.any([Promise.reject(1), Promise.reject(2)]);"),
    "try { throw new Error('outer', { cause: 'inner' }); } catch (error) { error.cause }",
    "await Promise.allSettled([1, Promise.reject('no')])",
  ],
  timers: [
    "const order: string[] = [];\nsetTimeout(() => order.push('timeout'), 0);\nqueueMicrotask(() => order.push('microtask'));\norder.push('now');\nawait new Promise((resolve) => setTimeout(resolve, 30));\norder",
    "let n = 0;\nawait new Promise<void>((resolve) => { const id = setInterval(() => { console.log('n', ++n); if (n === 3) { clearInterval(id); resolve(); } }, 5); });",
    "const { promise, resolve } = Promise.withResolvers<string>();\nsetTimeout(resolve, 5, 'done');\nawait promise",
  ],
  digests: [
    'const bytes = new TextEncoder().encode("tally");\nconst digest = await crypto.subtle.digest("SHA-256", bytes);\nnew Uint8Array(digest).toHex()',
    'import { createHash } from "node:crypto";\ncreateHash("md5").update("tally").digest("base64")',
    "typeof crypto.randomUUID()",
  ],
  encodings: [
    'btoa("Hello") + " " + atob("SGVsbG8=")',
    'new TextEncoder().encode("é€😀")',
    'new TextDecoder("latin1").decode(new Uint8Array([233, 116]))',
    'encodeURIComponent("a b&c") + decodeURIComponent("%C3%A9")',
    "[..'👩‍👩‍👧'].length".replace("[..", "[..."),
    "new Intl.Segmenter().segment('👩‍👩‍👧a')[Symbol.iterator]().next().value.segment",
  ],
  streams: [
    "const stream = new ReadableStream({ start(c) { for (const x of ['a', 'b', 'c']) c.enqueue(x); c.close(); } });\nconst parts = [];\nfor await (const part of stream.pipeThrough(new TransformStream({ transform: (x, c) => c.enqueue(x.toUpperCase()) }))) parts.push(part);\nparts",
    "await new Response(new Blob(['zipped'.repeat(5)]).stream().pipeThrough(new CompressionStream('gzip')).pipeThrough(new DecompressionStream('gzip'))).text()",
    "new Blob(['abc'], { type: 'text/plain' })",
  ],
  addresses: [
    'new URL("https://user@example.org:8080/a/../b?x=1&y=2#z")',
    'Object.fromEntries(new URLSearchParams("a=1&b=2&a=3"))',
    'new URLPattern({ pathname: "/votes/:state" }).exec("https://example.org/votes/wi")?.pathname.groups',
    mayFail('new URL("no address");'),
  ],
  reflection: [
    "const log: string[] = [];\nconst watched = new Proxy({ a: 1 } as Record<string, number>, { get: (t, k) => { log.push(String(k)); return Reflect.get(t, k); } });\nwatched.a + watched.a",
    "log",
    "structuredClone({ when: new Date(0), set: new Set([1, [2]]) })",
    "Object.getOwnPropertyNames(class { static a = 1; b() {} }.prototype)",
    "Symbol.for('a') === Symbol.for('a')",
  ],
  charts_by_hand: [
    "const bars = [3, 7, 4];\nconst svg = `<svg xmlns='http://www.w3.org/2000/svg' width='60' height='80'>${bars.map((h, i) => `<rect x='${i * 20}' y='${80 - h * 10}' width='18' height='${h * 10}'/>`).join('')}</svg>`;\nDeno.jupyter.svg([svg] as unknown as TemplateStringsArray)",
    "bars.map((h) => '#'.repeat(h)).forEach((line) => console.log(line));",
    "({ [Symbol.for('Jupyter.display')]: () => ({ 'image/svg+xml': svg, 'text/plain': 'three bars' }) })",
  ],
  tables_as_html: [
    "const rows = [['WI', 3], ['MI', 4]];\nDeno.jupyter.html([`<table>${rows.map((r) => `<tr>${r.map((c) => `<td>${c}</td>`).join('')}</tr>`).join('')}</table>`] as unknown as TemplateStringsArray)",
    "await Deno.jupyter.display({ 'text/html': '<b>bold</b>', 'text/plain': 'bold' }, { raw: true });\nawait Deno.jupyter.display({ 'text/markdown': '# Title\\n\\n* one\\n* two' }, { raw: true });\n'last'",
    "Deno.jupyter.md`**${rows.length}** states`",
  ],
  node_modules: [
    'import { EventEmitter } from "node:events";\nconst emitter = new EventEmitter();\nemitter.on("vote", (state) => console.log("voted", state));\nemitter.emit("vote", "WI")',
    'import assert from "node:assert/strict";\nassert.equal(1, 1);',
    mayFail("assert.deepEqual({ a: 1 }, { a: 2 });"),
    'import { inspect, format } from "node:util";\ninspect({ deep: { er: { and: { more: 1 } } } }, { depth: 1 }) + format(" %s %d", "a", 1)',
    'import { Buffer } from "node:buffer";\nBuffer.from("héllo").toString("hex")',
    'const { readFileSync } = await import("node:fs");\nreadFileSync("votes.csv", "utf8").length',
  ],
  workers: [
    "const code = 'onmessage = ({ data }) => postMessage(data.map((x) => x * 2));';\nconst worker = new Worker('data:application/javascript,' + encodeURIComponent(code), { type: 'module' });\nconst doubled = await new Promise((resolve) => { worker.onmessage = ({ data }) => resolve(data); worker.postMessage([1, 2, 3]); });\nworker.terminate();\ndoubled",
    "const channel = new MessageChannel();\nconst heard = new Promise((resolve) => channel.port2.onmessage = ({ data }) => resolve(data));\nchannel.port1.postMessage({ a: [1] });\nconst said = await heard;\nchannel.port1.close();\nchannel.port2.close();\nsaid",
  ],
  much_text: [
    "for (let i = 0; i < 300; i++) console.log(`line ${i} ${'.'.repeat(i % 50)}`);",
    "'x'.repeat(20_000)",
    "Array.from({ length: 3000 }, (_, i) => ({ i, even: i % 2 === 0 }))",
    "console.log('a\\n'.repeat(500));",
  ],
  unusual_text: [
    "console.log('tab\\there', 'null\\0byte', 'bell\\x07', '\\x1b[31mred\\x1b[0m');",
    "'\\u202eright to left\\u202c' + '\\ufeff'",
    "console.log('🗳️ über ẞ 選挙 انتخاب');",
    "console.log('%c styled', 'color: red');",
    "console.group('outer');\nconsole.log('inner');\nconsole.groupEnd();\nconsole.log('back');",
    "console.count();\nconsole.count('b');\nconsole.count();",
  ],
  scopes: [
    "const x = 1;\n{ const x = 2; console.log(x); }\nx",
    "outer: for (let i = 0; i < 3; i++) for (let j = 0; j < 3; j++) { if (j === 1) continue outer; if (i === 2) break outer; console.log(i, j); }",
    "var hoisted = typeof later; function later() {}\nhoisted",
    "(() => { try { return 'try'; } finally { console.log('finally'); } })()",
    "switch (3 as number) { case 1: console.log('one'); case 3: console.log('three'); default: console.log('falls'); }",
    "globalThis.shared = 5;\nshared + 1",
  ],
};
