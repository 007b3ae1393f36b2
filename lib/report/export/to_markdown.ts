import type { FigureRecord } from "../figure_record.ts";
import { type Block, type Run, type TableCellText } from "./block.ts";

/** Punctuation that Markdown would read as a mark-up of its own. */
const escaped = (text: string) => text.replace(/([\\`*_\[\]<>|])/g, "\\$1");

/** A fence longer than any that the text has, so that the text cannot end it. */
function fence(text: string, least: number): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  return "`".repeat(Math.max(least, longest + 1));
}

function codeSpan(text: string): string {
  const mark = fence(text, 1);
  const space = text.startsWith("`") || text.endsWith("`") ? " " : "";
  return mark + space + text + space + mark;
}

function runText(run: Run): string {
  if (run.code) return codeSpan(run.text);
  const space = /^(\s*)([\s\S]*?)(\s*)$/.exec(run.text)!;
  let text = escaped(space[2]!);
  if (text === "") return run.text;
  if (run.raised) text = `<${run.raised}>${text}</${run.raised}>`;
  if (run.bold) text = `**${text}**`;
  if (run.italic) text = `*${text}*`;
  if (run.href) text = `[${text}](${run.href})`;
  return space[1]! + text + space[3]!;
}

const runsText = (runs: readonly Run[]) => runs.map(runText).join("").replaceAll("\n", "  \n");

function tableText(block: Extract<Block, { kind: "table" }>): string {
  const row = (cells: readonly TableCellText[]) =>
    `| ${cells.map(({ text }) => escaped(text)).join(" | ")} |`;
  const rule = `|${
    block.head.map((_, i) => block.rows[0]?.[i]?.right ? " ---: " : " --- ").join("|")
  }|`;
  const caption = block.number === null
    ? ""
    : `**Table ${block.number}.** ${escaped(block.caption)}\n\n`;
  const foot = block.foot === "" ? "" : `\n\n${escaped(block.foot)}`;
  return caption + [row(block.head), rule, ...block.rows.map(row)].join("\n") + foot;
}

/** The words under a figure: its title, caption and source, as far as the picture has them not. */
export function figureCaption(figure: FigureRecord, wordsInside = false): string {
  if (wordsInside) return "";
  const ended = (text: string) => /[.!?]$/.test(text) ? text : `${text}.`;
  return [
    figure.title,
    figure.subtitle,
    figure.caption,
    figure.source && `Source: ${figure.source}`,
  ]
    .filter((part) => part !== "").map(ended).join(" ");
}

/**
 * A document as Markdown (with tables as GitHub reads them).
 *
 * @param pictureOf The address of a figure's or bitmap's file, relative to the document.
 */
export function toMarkdown(
  blocks: readonly Block[],
  pictureOf: (block: Extract<Block, { kind: "figure" | "bitmap" }>) => string,
): string {
  const parts = blocks.map((block, i) => {
    switch (block.kind) {
      case "heading":
        return `${"#".repeat(block.level)} ${runsText(block.runs)}`;
      case "paragraph":
        return (block.quote ? "> " : "") + runsText(block.runs);
      case "item": {
        const mark = block.ordered ? `${block.number}.` : "-";
        const text = `${"    ".repeat(block.depth)}${mark} ${runsText(block.runs)}`;
        return blocks[i + 1]?.kind === "item" ? `${text}\u0000` : text;
      }
      case "code":
        return [fence(block.text, 3), block.text, fence(block.text, 3)].join("\n");
      case "table":
        return tableText(block);
      case "figure": {
        const { figure, number } = block;
        const alt = escaped(figure.alt).replaceAll("\n", " ");
        const words = escaped(figureCaption(figure, block.wordsInside));
        return `![${alt}](${pictureOf(block)})\n\n**Figure ${number}.** ${words}`.trimEnd();
      }
      case "bitmap":
        return `![${escaped(block.alt).replaceAll("\n", " ")}](${pictureOf(block)})`;
    }
  });
  // Items of one list follow each other without a blank line.
  // As the notebook's own prose has them; a program that renders Markdown makes its own.
  const text = parts.join("\n\n").replaceAll(/(?<=\p{L})\u2019/gu, "'");
  return text.replaceAll("\u0000\n\n", "\n") + "\n";
}
