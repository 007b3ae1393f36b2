import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  Footer,
  HeadingLevel,
  ImageRun,
  type IParagraphOptions,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  SimpleField,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import type { Block, Run, TableCellText } from "./block.ts";
import { CELL_GAP, columnWidths } from "./column_widths.ts";
import { NUMBERING, STYLES } from "./docx_styles.ts";
import { withFixedParts } from "./fixed_docx.ts";
import { figureCaption } from "./to_markdown.ts";

/** Width between the margins of a page, in pixels of 1/96 inch. */
const TEXT_WIDTH = 624;

/** Height of the tallest picture in the same unit: its caption stays on its page. */
const TALLEST_PICTURE = 700;

/** Rows of a table that is not to be split between pages. */
const LONGEST_KEPT_TOGETHER = 14;

const HEADINGS = [
  HeadingLevel.HEADING_1,
  HeadingLevel.HEADING_2,
  HeadingLevel.HEADING_3,
  HeadingLevel.HEADING_4,
] as const;

function textRun(run: Run): TextRun {
  const lines = run.text.split("\n");
  return new TextRun(
    {
      children: lines.flatMap((line, i) => i === 0 ? [line] : [new TextRun({ break: 1 }), line]),
      ...(run.bold ? { bold: true } : {}),
      ...(run.italic ? { italics: true } : {}),
      // Courier is large beside the text.
      ...(run.code ? { font: "Courier New", size: 19 } : {}),
      ...(run.raised === "sup" ? { superScript: true } : {}),
      ...(run.raised === "sub" ? { subScript: true } : {}),
      ...(run.href ? { style: "Hyperlink" } : {}),
    } as ConstructorParameters<typeof TextRun>[0],
  );
}

const childrenOf = (runs: readonly Run[]): ParagraphChild[] =>
  runs.map((run) =>
    run.href ? new ExternalHyperlink({ link: run.href, children: [textRun(run)] }) : textRun(run)
  );

/** A caption as Word writes its own: it counts on in the document that it is pasted into. */
function caption(
  label: "Figure" | "Table",
  number: number,
  text: string,
  options: Partial<IParagraphOptions> = {},
): Paragraph {
  return new Paragraph({
    style: "Caption",
    keepLines: true,
    children: [
      new TextRun(`${label} `),
      new SimpleField(`SEQ ${label} \\* ARABIC`, String(number)),
      ...(text === "" ? [] : [new TextRun(". "), new TextRun({ text, bold: false })]),
    ],
    ...options,
  });
}

const LINE = { style: BorderStyle.SINGLE, size: 4, color: "999999" };
const NONE = { style: BorderStyle.NONE, size: 0, color: "auto" };

function tableOf(block: Extract<Block, { kind: "table" }>): (Paragraph | Table)[] {
  const { widths, small } = columnWidths(block);
  // A short table stays on one page, together with its caption.
  const together = block.rows.length <= LONGEST_KEPT_TOGETHER;
  const row = (cells: readonly TableCellText[], heading: boolean, edge: boolean) =>
    new TableRow({
      tableHeader: heading,
      cantSplit: true,
      children: cells.map(({ text, right }, i) =>
        new TableCell({
          width: { size: widths[i] ?? 0, type: WidthType.DXA },
          margins: { top: 40, bottom: 40, left: 0, right: CELL_GAP },
          borders: { top: NONE, left: NONE, right: NONE, bottom: LINE },
          children: [
            new Paragraph({
              style: "TableText",
              alignment: right ? AlignmentType.RIGHT : AlignmentType.LEFT,
              keepNext: together || edge,
              children: [new TextRun({ text, bold: heading, ...(small ? { size: 15 } : {}) })],
            }),
          ],
        })
      ),
    });
  return [
    ...(block.number === null
      ? []
      : [caption("Table", block.number, block.caption, { keepNext: true })]),
    new Table({
      width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
      columnWidths: [...widths],
      layout: TableLayoutType.FIXED,
      borders: {
        top: NONE,
        left: NONE,
        right: NONE,
        bottom: NONE,
        insideHorizontal: NONE,
        insideVertical: NONE,
      },
      // The first row stays with the head, and the last with the source.
      rows: [
        row(block.head, true, true),
        ...block.rows.map((cells, i) => row(cells, false, i === 0 || i === block.rows.length - 1)),
      ],
    }),
    new Paragraph({ style: "Source", keepLines: true, children: [new TextRun(block.foot)] }),
  ];
}

/** Width and height of a PNG, from its header. */
function pngSize(png: Uint8Array): { width: number; height: number } {
  const view = new DataView(png.buffer, png.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}

function picture(png: Uint8Array<ArrayBuffer>, alt: string, title: string): Paragraph {
  const { width, height } = pngSize(png);
  // Figures are stored at twice their size on a screen.
  const shown = Math.min(
    TEXT_WIDTH,
    TALLEST_PICTURE * width / height,
    width / 2 >= 300 ? width / 2 : width,
  );
  return new Paragraph({
    keepNext: true,
    children: [
      new ImageRun({
        type: "png",
        data: png,
        transformation: { width: Math.round(shown), height: Math.round(shown * height / width) },
        altText: { name: title, title, description: alt },
      }),
    ],
  });
}

/** The parts of a document that a block is; `list` counts the numbered lists so far: each begins with 1. */
function parts(block: Block, list: number): (Paragraph | Table)[] {
  switch (block.kind) {
    case "heading":
      return [
        new Paragraph({
          heading: HEADINGS[Math.min(block.level, HEADINGS.length) - 1]!,
          children: childrenOf(block.runs),
        }),
      ];
    case "paragraph":
      return [
        new Paragraph({
          children: childrenOf(block.runs),
          ...(block.quote ? { indent: { left: 500 } } : {}),
        }),
      ];
    case "item":
      return [
        new Paragraph({
          children: childrenOf(block.runs),
          numbering: {
            reference: block.ordered ? "numbers" : "bullets",
            level: Math.min(block.depth, 2),
            ...(block.ordered ? { instance: list } : {}),
          },
        }),
      ];
    case "code":
      return block.text.split("\n").map((line) =>
        new Paragraph({
          style: "Code",
          children: [new TextRun({ text: line, font: "Courier New" })],
        })
      );
    case "table":
      return tableOf(block);
    case "figure":
      return [
        ...(block.figure.png
          ? [picture(block.figure.png, block.figure.alt, block.figure.title)]
          : []),
        caption("Figure", block.number, figureCaption(block.figure, block.wordsInside)),
      ];
    case "bitmap":
      return [picture(block.png, block.alt, "Picture")];
  }
}

const pageNumber = () =>
  new Footer({
    children: [
      new Paragraph({
        style: "Source",
        alignment: AlignmentType.RIGHT,
        children: [new TextRun({ children: [PageNumber.CURRENT] })],
      }),
    ],
  });

/**
 * A document as DOCX: headings, real tables with repeated heads, figures with
 * their alternative text, captions that number them. The same blocks give the
 * same bytes.
 *
 * @param citation Kept in the file's properties as its comment.
 */
export async function toDocx(
  blocks: readonly Block[],
  title: string,
  citation = "",
): Promise<Uint8Array<ArrayBuffer>> {
  let lists = 0;
  const children = blocks.flatMap((block) => {
    if (block.kind === "item" && block.ordered && block.depth === 0 && block.number === 1) lists++;
    return parts(block, lists);
  });
  const document = new Document({
    title,
    creator: "Tallybook",
    ...(citation ? { description: citation } : {}),
    lastModifiedBy: "Tallybook",
    styles: STYLES,
    numbering: NUMBERING,
    sections: [{
      // A sheet of American letter paper with margins of an inch, in twentieths of a point.
      properties: {
        page: {
          size: { width: 12_240, height: 15_840 },
          margin: { top: 1_440, right: 1_440, bottom: 1_440, left: 1_440 },
        },
      },
      footers: { default: pageNumber() },
      children,
    }],
  });
  return withFixedParts(new Uint8Array(await Packer.toArrayBuffer(document)));
}
