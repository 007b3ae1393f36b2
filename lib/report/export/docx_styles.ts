import { AlignmentType, type IPropertiesOptions, LevelFormat, LineRuleType } from "docx";

const heading = (size: number, before: number) => ({
  run: { size, bold: true, color: "1F2023", font: "Arial" },
  paragraph: {
    spacing: { before, after: 120, line: 252, lineRule: LineRuleType.AUTO },
    keepNext: true,
  },
});

/** Below and above a paragraph, in twentieths of a point; its lines close together. */
const close = (before: number, after: number) => ({
  spacing: { before, after, line: 240, lineRule: LineRuleType.AUTO },
});

/**
 * The looks of a document's paragraphs, by the names under which Word lists them.
 * The fonts are those that Word has everywhere and LibreOffice has in the same
 * widths under other names, so that lines and pages break alike.
 */
export const STYLES: NonNullable<IPropertiesOptions["styles"]> = {
  default: {
    document: {
      run: { font: "Times New Roman", size: 23, language: { value: "en-US" } },
      paragraph: { spacing: { after: 140, line: 288, lineRule: LineRuleType.AUTO } },
    },
    heading1: heading(38, 0),
    heading2: heading(28, 320),
    heading3: heading(24, 240),
    heading4: heading(22, 200),
  },
  paragraphStyles: [
    {
      id: "Caption",
      name: "caption",
      basedOn: "Normal",
      // Label and number are bold, and the text is set back: a field has no look of its own.
      run: { size: 19, color: "3A3C41", font: "Arial", bold: true },
      paragraph: { spacing: { before: 60, after: 160 } },
    },
    {
      id: "Source",
      name: "Source",
      basedOn: "Normal",
      run: { size: 17, color: "3A3C41", font: "Arial" },
      paragraph: close(60, 220),
    },
    {
      id: "TableText",
      name: "Table Text",
      basedOn: "Normal",
      run: { size: 19, font: "Arial" },
      paragraph: close(0, 0),
    },
    {
      id: "Code",
      name: "Code",
      basedOn: "Normal",
      run: { size: 17 },
      paragraph: close(0, 0),
    },
  ],
};

const levels = (
  format: (typeof LevelFormat)[keyof typeof LevelFormat],
  text: (i: number) => string,
) =>
  [0, 1, 2].map((level) => ({
    level,
    format,
    text: text(level),
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left: 500 + 400 * level, hanging: 300 } } },
  }));

/** How the items of lists are marked, three levels deep. */
export const NUMBERING: NonNullable<IPropertiesOptions["numbering"]> = {
  config: [
    { reference: "bullets", levels: levels(LevelFormat.BULLET, () => "•") },
    { reference: "numbers", levels: levels(LevelFormat.DECIMAL, (i) => `%${i + 1}.`) },
  ],
};
