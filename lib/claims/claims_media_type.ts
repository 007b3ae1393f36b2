/** The media type under which a notebook puts out its checked claims as data, for other pages. */
export const CLAIMS_MEDIA_TYPE = "application/vnd.tallybook.claims+json";
