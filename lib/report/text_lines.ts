/** Cuts a stream of text into its lines; the last one counts when it is ended. Linear in the text. */
export class TextLineStream extends TransformStream<string, string> {
  constructor() {
    let parts: string[] = [];
    super({
      transform: (chunk, controller) => {
        let start = 0;
        for (let end = chunk.indexOf("\n"); end >= 0; end = chunk.indexOf("\n", start)) {
          parts.push(chunk.slice(start, end));
          controller.enqueue(parts.join(""));
          parts = [];
          start = end + 1;
        }
        parts.push(chunk.slice(start));
      },
    });
  }
}
