import { type Markup, trusted } from "./markup.ts";

const REFERENCES = new Set(["aria-labelledby", "aria-describedby"]);

/**
 * Puts a prefix before every identifier of a drawing that was sanitized, and before what refers to them,
 * as `sanitizeSvg()` itself does when it is told one: a figure is cleaned once, and shown at several places.
 *
 * @param clean What `sanitizeSvg()` gave for the prefix "": its attributes stand in double quotes, without
 * angle brackets in them.
 */
export function prefixedIds(clean: Markup, prefix: string): Markup {
  if (prefix === "") return clean;
  return trusted(
    clean.toString().replaceAll(
      /<[a-z][^<>]*>/gi,
      (tag) =>
        tag.replaceAll(/ ([\w:-]+)="([^"]*)"/g, (whole, name: string, value: string) => {
          if (name === "id") {
            return ` id="${prefix}${value}"`;
          }
          if (name === "href" || name === "xlink:href") {
            return value.startsWith("#") ? ` ${name}="#${prefix}${value.slice(1)}"` : whole;
          }
          if (REFERENCES.has(name)) {
            return ` ${name}="${value.split(/\s+/).map((id) => prefix + id).join(" ")}"`;
          }
          if (!value.includes("url(")) return whole;
          const local = (_: string, id: string) => `url(#${prefix}${id})`;
          return ` ${name}="${value.replaceAll(/url\(#([^"')\s]{1,200})\)/g, local)}"`;
        }),
    ),
  );
}
