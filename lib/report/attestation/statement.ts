import { refusal } from "../../check/mod.ts";

/** Files with the SHA-256 of their content, by path. */
export type Digests = Readonly<Record<string, string>>;

/** A thing with its hash, as in-toto describes it. */
export interface Resource {
  readonly name: string;
  readonly digest: { readonly sha256: string };
}

/** An in-toto statement (version 1) that notebooks gave their outputs again. */
export interface Statement {
  readonly _type: "https://in-toto.io/Statement/v1";
  /** The report's files. */
  readonly subject: readonly Resource[];
  readonly predicateType: "https://in-toto.io/attestation/test-result/v0.1";
  readonly predicate: {
    readonly result: "PASSED";
    /** What the runs rested on: lock, configuration, library, data. */
    readonly configuration: readonly Resource[];
    /** The notebooks that gave their stored outputs again, byte for byte. */
    readonly passedTests: readonly string[];
  };
}

const resources = (digests: Digests): Resource[] =>
  Object.entries(digests).sort(([a], [b]) => a < b ? -1 : 1)
    .map(([name, sha256]) => ({ name, digest: { sha256 } }));

/**
 * States that notebooks gave their outputs again, and what a report's files were then.
 *
 * @param report The report's files.
 * @param configuration What the runs rested on.
 * @param notebooks The notebooks that were run.
 *
 * @example
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { statementOf } from "./statement.ts";
 *
 * const { subject } = statementOf({ "index.html": "0" }, {}, ["notebooks/01_votes.ipynb"]);
 * assertEquals(subject, [{ name: "index.html", digest: { sha256: "0" } }]);
 * ```
 */
export function statementOf(
  report: Digests,
  configuration: Digests,
  notebooks: readonly string[],
): Statement {
  return {
    _type: "https://in-toto.io/Statement/v1",
    subject: resources(report),
    predicateType: "https://in-toto.io/attestation/test-result/v0.1",
    predicate: {
      result: "PASSED",
      configuration: resources(configuration),
      passedTests: notebooks.toSorted(),
    },
  };
}

const isResource = (value: unknown): value is Resource => {
  const { name, digest } = (value ?? {}) as Partial<Resource>;
  return typeof name === "string" && typeof digest?.sha256 === "string";
};

/**
 * Reads a statement, which may come from anyone.
 *
 * @throws {TypeError} for what is no such statement.
 */
export function readStatement(text: string): Statement {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    value = text;
  }
  const { _type, subject, predicate } = (value ?? {}) as Partial<Statement>;
  const whole = _type === "https://in-toto.io/Statement/v1" && Array.isArray(subject) &&
    subject.every(isResource) && Array.isArray(predicate?.passedTests);
  if (whole) return value as Statement;
  throw new TypeError(refusal({
    task: "read an attestation",
    where: "its statement",
    found: value,
    expected: "an in-toto statement of version 1 with subjects and a test result",
  }));
}
