import ts from "typescript";
import type { StoredNumber, StoredOrigins } from "../../display/origins.ts";
import type { NotebookDocument, PageCell } from "../notebook_document.ts";
import { type CallSite, CallSites } from "./call_sites.ts";
import { cellPositions } from "./cell_positions.ts";
import { type CellSyntax, cellSyntax, lineOfNode, nodeText } from "./cell_syntax.ts";
import type {
  Definition,
  IndexedNumber,
  NumberIndex,
  Origin,
  OutputNumbers,
  ReadRows,
} from "./number_index.ts";
import { readOrigins } from "./read_origins.ts";
import { Dependencies, isWithin, type Part } from "./slice.ts";
import { tableFacts } from "./table_facts.ts";

/** More definitions are in the code; the nearest ones say how the number was made. */
const MOST_DEFINITIONS = 6;

/** An expression longer than this says less than the call in it that printed the number. */
const LONG = 140;

interface Start {
  readonly cell: CellSyntax;
  readonly node: ts.Node;
}

/** Resolves the origins of one notebook, each distinct one once. */
class Resolver {
  readonly origins: Origin[] = [];
  readonly reads: ReadRows[] = [];
  readonly #index = new Map<string, number>();
  readonly #sites: CallSites;
  readonly #dependencies: Dependencies;
  readonly #readSites: { readonly read: number; readonly sites: readonly CallSite[] | null }[] = [];
  readonly #slices = new Map<ts.Node, Part[]>();

  constructor(sites: CallSites, dependencies: Dependencies) {
    this.#sites = sites;
    this.#dependencies = dependencies;
  }

  /** Takes note of the tables that an output's cell, and those before it, read. */
  note(stored: StoredOrigins, cell: CellSyntax): void {
    for (const { table, choice, rows, path } of stored.reads) {
      const sites = this.#sites.find(stored.paths[path] ?? [], cell);
      this.#readSites.push({ read: this.reads.push({ table, choice, rows }) - 1, sites });
    }
  }

  #slice(starts: readonly Start[]): Part[] {
    if (starts.length !== 1) return this.#dependencies.slice(starts);
    const [start] = starts;
    const known = this.#slices.get(start!.node);
    if (known !== undefined) return known;
    const slice = this.#dependencies.slice(starts);
    this.#slices.set(start!.node, slice);
    return slice;
  }

  /** The index of the origin of something made by the nodes, whose expression is given. */
  origin(expression: string, at: Start, starts: readonly Start[], printed?: string): number {
    const key = JSON.stringify([
      expression,
      printed,
      ...[at, ...starts].map(({ cell, node }) => [cell.index, node.pos, node.end]),
    ]);
    const known = this.#index.get(key);
    if (known !== undefined) return known;
    const slice = this.#slice(starts);
    const reads = this.#readSites.filter(({ sites }) =>
      sites !== null && sites.every((site) => isWithin(slice, site.cell, site.node))
    ).map(({ read }) => read);
    const definitions = slice.filter(({ name }) => name !== "").slice(0, MOST_DEFINITIONS)
      .map(({ cell, node, name }): Definition => ({
        name,
        cell: cell.number,
        line: lineOfNode(node),
        code: nodeText(node),
      }));
    const index = this.origins.push({
      expression,
      ...(printed === undefined || printed === expression ? {} : { printed }),
      cell: at.cell.number,
      line: lineOfNode(at.node),
      definitions,
      reads,
    }) - 1;
    this.#index.set(key, index);
    return index;
  }

  /** The calls that printed a number, where what is shown rests on them; null else. */
  printed(
    number: Pick<StoredNumber, "by" | "path">,
    stored: StoredOrigins,
    cell: CellSyntax,
    shown: readonly Start[],
  ): CallSite[] | null {
    if (number.path === undefined) return null;
    const sites = this.#sites.find(stored.paths[number.path] ?? [], cell, number.by);
    if (sites === null) return null;
    const slice = this.#slice(shown);
    return isWithin(slice, sites[0]!.cell, sites[0]!.node) ? sites : null;
  }

  /** The origin of a number that these calls printed: the outermost that can be read at a glance. */
  ofCalls(sites: readonly CallSite[]): number {
    const outward = [...sites].reverse();
    const at = outward.find(({ node }) => nodeText(node, 1000).length <= LONG) ?? sites[0]!;
    return this.origin(nodeText(at.node), at, sites, nodeText(sites[0]!.node));
  }

  site(stored: StoredOrigins, cell: CellSyntax): CallSite | null {
    return this.#sites.find(stored.paths[stored.path] ?? [], cell)?.[0] ?? null;
  }

  /** What is assigned to a property in the parts that something rests on, the nearest first. */
  assigned(key: string, starts: readonly Start[]): Start[] {
    const found: Start[] = [];
    for (const { cell, node: part } of this.#slice(starts)) {
      const visit = (node: ts.Node): void => {
        if (
          (ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) &&
          (ts.isIdentifier(node.name) || ts.isStringLiteral(node.name)) && node.name.text === key
        ) found.push({ cell, node: ts.isPropertyAssignment(node) ? node.initializer : node.name });
        ts.forEachChild(node, visit);
      };
      visit(part);
      if (found.length > 0) return found;
    }
    return found;
  }
}

function indexed(
  { in: where, place, text, value, by, digits }: StoredNumber,
  origin: number,
  printed: boolean,
): IndexedNumber {
  return {
    in: where,
    place,
    text,
    origin,
    ...(printed ? { value: value!, by: by!, digits: digits! } : {}),
  };
}

/** Whether an interpolation lists literature: its numbers are the works'. */
const isLiterature = (node: ts.Node) =>
  ts.isCallExpression(node) && node.expression.getText() === "literature";

function proseNumbers(
  resolver: Resolver,
  stored: StoredOrigins,
  site: CallSite,
  ran: CellSyntax,
): OutputNumbers {
  const { cell, node } = site;
  const whole = resolver.origin(nodeText(node), site, [site]);
  if (!ts.isTaggedTemplateExpression(node)) return { shown: "prose", whole, numbers: [] };
  const { template } = node;
  const spans = ts.isTemplateExpression(template) ? template.templateSpans : [];
  const numbers = stored.numbers.flatMap((number) => {
    const expression = spans[number.span ?? -1]?.expression;
    if (expression === undefined) return [];
    const start = { cell, node: expression };
    const sites = resolver.printed(number, stored, ran, [start]);
    if (sites === null && isLiterature(expression)) return [];
    const origin = sites === null
      ? resolver.origin(nodeText(expression), start, [start])
      : resolver.ofCalls(sites);
    return [indexed(number, origin, sites !== null)];
  });
  return { shown: "prose", whole, numbers };
}

/** The numbers that calls printed on which what is shown rests. */
function printedNumbers(
  resolver: Resolver,
  stored: StoredOrigins,
  site: CallSite,
  ran: CellSyntax,
): IndexedNumber[] {
  return stored.numbers.flatMap((number) => {
    const sites = resolver.printed(number, stored, ran, [site]);
    return sites === null ? [] : [indexed(number, resolver.ofCalls(sites), true)];
  });
}

function tableNumbers(
  resolver: Resolver,
  stored: StoredOrigins,
  site: CallSite,
  ran: CellSyntax,
): OutputNumbers {
  const { cell, node } = site;
  const rows = ts.isCallExpression(node) ? node.arguments[0] ?? node : node;
  const start = { cell, node: rows };
  const whole = resolver.origin(nodeText(rows), start, [start]);
  const columns = (stored.columns ?? []).map(({ key, path, by, digits }) => {
    const assigned = resolver.assigned(key, [start]);
    const sites = resolver.printed({ path, by } as StoredNumber, stored, ran, [site]);
    const printed = sites === null ? undefined : nodeText(sites[0]!.node);
    const expression = assigned.length > 0
      ? [...new Set(assigned.map(({ node }) => nodeText(node, 120)))].slice(0, 3).join("  or  ")
      : `${key} of ${nodeText(rows, 120)}`;
    const at = assigned[0] ?? start;
    return {
      key,
      origin: resolver.origin(expression, at, [start], printed),
      ...(sites === null ? {} : { by: by!, digits: digits! }),
    };
  });
  return {
    shown: "table",
    whole,
    numbers: printedNumbers(resolver, stored, site, ran),
    columns,
  };
}

function figureNumbers(
  resolver: Resolver,
  stored: StoredOrigins,
  site: CallSite,
  ran: CellSyntax,
): OutputNumbers {
  const { cell, node } = site;
  const options = ts.isCallExpression(node) ? node.arguments[0] : undefined;
  const data = options !== undefined && ts.isObjectLiteralExpression(options)
    ? options.properties.find((it) =>
      ts.isSpreadAssignment(it) || it.name !== undefined && it.name.getText() === "data"
    )
    : undefined;
  const start = { cell, node: data ?? node };
  const shown = data === undefined
    ? node
    : ts.isPropertyAssignment(data)
    ? data.initializer
    : ts.isSpreadAssignment(data)
    ? data.expression
    : data;
  const whole = resolver.origin(nodeText(shown), start, [start]);
  return { shown: "figure", whole, numbers: printedNumbers(resolver, stored, site, ran) };
}

const KINDS = { prose: proseNumbers, table: tableNumbers, figure: figureNumbers };

/**
 * Where the numbers of an executed notebook come from: what its outputs stored while it ran, brought
 * together with its code and with the data package. Nothing is executed.
 *
 * @param root The project's folder, whose `data/` describes the tables.
 */
export async function resolveOrigins(
  root: string,
  { cells }: NotebookDocument,
): Promise<NumberIndex> {
  const code = cells.map((cell, index) => ({ cell, index }))
    .filter(({ cell }) => cell.kind === "code");
  const stored = code.flatMap(({ cell }) => cell.outputs.map(readOrigins));
  if (stored.every((origins) => origins === null)) {
    return { origins: [], reads: [], tables: {}, outputs: {} };
  }
  const syntaxes = code.map(({ cell, index }) =>
    cellSyntax(cell.source, index, cell.executionCount ?? 0)
  );
  const positions = await cellPositions(code.map(({ cell }) => cell.source));
  const sites = new CallSites(syntaxes, positions);
  const resolver = new Resolver(sites, new Dependencies(syntaxes));
  const outputs: Record<string, OutputNumbers> = {};
  for (const [k, { cell, index }] of code.entries()) {
    for (const [o, origins] of outputsOf(cell)) {
      resolver.note(origins, syntaxes[k]!);
      const site = resolver.site(origins, syntaxes[k]!);
      if (site === null) continue;
      outputs[`${index}:${o}`] = KINDS[origins.shown](resolver, origins, site, syntaxes[k]!);
    }
  }
  const names = [...new Set(resolver.reads.map(({ table }) => table))];
  const tables = await tableFacts(root, names);
  return { origins: resolver.origins, reads: resolver.reads, tables, outputs };
}

function* outputsOf(cell: PageCell): Generator<[number, StoredOrigins]> {
  for (const [o, output] of cell.outputs.entries()) {
    const origins = readOrigins(output);
    if (origins !== null) yield [o, origins];
  }
}
