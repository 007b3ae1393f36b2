/** Text as it is compared: without accents, in small letters, single spaces for all but letters and digits. */
export function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase()
    .replace(/[^a-z0-9]+/g, " ").trim();
}
