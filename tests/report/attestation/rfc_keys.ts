// The first key pair of RFC 8032, section 7.1, with the headers that PKCS 8 and SPKI put before it.
const SEED = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
const PUBLIC = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

/** A key as PEM. */
export const pem = (label: string, hex: string): string =>
  `-----BEGIN ${label}-----\n${Uint8Array.fromHex(hex).toBase64()}\n-----END ${label}-----\n`;

/** The key pair as PEM files. */
export const KEYS = {
  private: pem("PRIVATE KEY", `302e020100300506032b657004220420${SEED}`),
  public: pem("PUBLIC KEY", `302a300506032b6570032100${PUBLIC}`),
  other: pem("PUBLIC KEY", `302a300506032b6570032100${"58".padEnd(64, "66")}`),
};
