import { assert, assertEquals } from "@std/assert";
import { placeLabels } from "../../lib/chart/place_labels.ts";
import { measureText } from "tallybook/chart";

const room = { left: 0, right: 600, top: 0, bottom: 400 };

Deno.test("placeLabels() puts a lone label to the right of its point", () => {
  const [label] = placeLabels([{ x: 100, y: 100, label: "Dane" }], room);
  assertEquals([label!.textX, label!.textY, label!.anchor], [107, 100, "start"]);
});

Deno.test("placeLabels() stays inside the room", () => {
  const [label] = placeLabels([{ x: 595, y: 5, label: "Milwaukee" }], room);
  assertEquals(label!.anchor, "end");
  assert(label!.textX <= 600);
});

Deno.test("placeLabels() keeps the labels of neighbors apart", () => {
  const points = Array.from(
    { length: 8 },
    (_, i) => ({ x: 300 + (i % 3) * 6, y: 200 + i * 5, label: `County ${i}` }),
  );
  const boxes = placeLabels(points, room).map((label) => {
    const width = measureText(label.label, 11);
    const left = label.textX -
      (label.anchor === "end" ? width : label.anchor === "middle" ? width / 2 : 0);
    return { left, right: left + width, top: label.textY - 5, bottom: label.textY + 5 };
  });
  for (const [i, a] of boxes.entries()) {
    for (const b of boxes.slice(i + 1)) {
      const apart = a.right <= b.left + 1 || b.right <= a.left + 1 || a.bottom <= b.top + 1 ||
        b.bottom <= a.top + 1;
      assert(apart, `labels overlap: ${JSON.stringify([a, b])}`);
    }
  }
});
