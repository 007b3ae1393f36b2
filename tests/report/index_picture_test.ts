import { assertEquals } from "@std/assert";
import type { FigureRecord } from "../../lib/report/figure_record.ts";
import { indexPicture } from "../../lib/report/index_picture.ts";
import type { RenderContext } from "../../lib/report/report_context.ts";

const NARROW = '<svg xmlns="http://www.w3.org/2000/svg" width="340" height="412.5"></svg>';
const FIGURE = {
  id: "lead",
  alt: "Two bars",
  title: "Who led",
  narrow: NARROW,
  svg: "<svg/>",
  width: 640,
  height: 300,
} as unknown as FigureRecord;
const PNG = Uint8Array.of(1);
const converted: unknown[] = [];
const CONTEXT: RenderContext = {
  name: "01_votes",
  versions: { deno: "", library: "", lock: "" },
  convert: (figure, arrangement, format) => {
    converted.push([figure.svg, arrangement, format]);
    return Promise.resolve(PNG);
  },
};
const FILES = [
  { path: "figures/01_votes/another.png", content: PNG },
  { path: "figures/01_votes/lead.png", content: PNG },
];
const WIDE = { path: "figures/01_votes/lead.png", alt: "Two bars", width: 640, height: 300 };

Deno.test("a notebook's picture is the drawing for phones, with its title beside it and its own size", async () => {
  assertEquals(await indexPicture(FIGURE, FILES, CONTEXT), {
    picture: {
      path: "figures/01_votes/lead_narrow.png",
      alt: "Two bars",
      title: "Who led",
      width: 340,
      height: 412.5,
    },
    file: { path: "figures/01_votes/lead_narrow.png", content: PNG },
  });
  assertEquals(converted, [[NARROW, "drawn", "png"]]);
});

Deno.test("without one it is the figure's own file, and no other is written", async () => {
  const wide = { picture: WIDE, file: null };
  const { convert: _convert, ...without } = CONTEXT;
  for (
    const [figure, context] of [
      [{ ...FIGURE, narrow: "" }, CONTEXT],
      [{ ...FIGURE, narrow: "<svg></svg>" }, CONTEXT],
      [FIGURE, without],
      [FIGURE, { ...CONTEXT, standalone: true }],
      [FIGURE, { ...CONTEXT, convert: () => Promise.resolve(null) }],
    ] as const
  ) assertEquals(await indexPicture(figure, FILES, context), wide);
});

Deno.test("without a figure, or a file of it, there is no picture", async () => {
  assertEquals(await indexPicture(undefined, FILES, CONTEXT), { picture: null, file: null });
  assertEquals(await indexPicture({ ...FIGURE, narrow: "" }, FILES.slice(0, 1), CONTEXT), {
    picture: null,
    file: null,
  });
});
