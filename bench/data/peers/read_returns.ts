/** Reads a file of returns with every check and adds up votes by county; prints how it went. */
import { readReturns } from "tallybook/data";

const [path = ""] = Deno.args;
const start = performance.now();
const { returns, checks } = readReturns(path, { year: 2016 });
const seconds = (performance.now() - start) / 1000;
if (checks.length === 0) throw new Error("Expected checks against known totals, found none");
const total = Number(returns.getColumn("votes").sum());
const peak = Number(/VmHWM:\s+(\d+)/.exec(Deno.readTextFileSync("/proc/self/status"))?.[1]) / 1024;
Deno.stdout.writeSync(new TextEncoder().encode(JSON.stringify({ seconds, peak, total })));
