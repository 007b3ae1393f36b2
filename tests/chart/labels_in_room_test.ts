import { assertEquals } from "@std/assert";
import { measureText } from "tallybook/chart";
import { placeLabels } from "../../lib/chart/place_labels.ts";

Deno.test("a label that would leave the room by half a pixel is placed elsewhere, at each of the four sides", () => {
  const point = { label: "Wisconsin", x: 100, y: 100 };
  const size = 12;
  const wide = { left: 0, right: 400, top: 0, bottom: 400 };
  const placed = (room: typeof wide) => {
    const { anchor, textX, textY } = placeLabels([point], room, [], size)[0]!;
    return { anchor, textX, textY };
  };
  const first = placed(wide);
  assertEquals(first.anchor, "start");
  const width = measureText(point.label, size);
  const right = first.textX + width;
  assertEquals(placed({ ...wide, right }), first);
  assertEquals(placed({ ...wide, right: right - 0.5 }).anchor, "end");
  // Half the height of its letters is 0.55 of their size.
  const [top, bottom] = [first.textY - 0.55 * size, first.textY + 0.55 * size];
  assertEquals([placed({ ...wide, top }), placed({ ...wide, bottom })], [first, first]);
  assertEquals(placed({ ...wide, top: top + 0.5 }).textY > first.textY, true);
  assertEquals(placed({ ...wide, bottom: bottom - 0.5 }).textY < first.textY, true);
});
