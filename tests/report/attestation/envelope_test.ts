import { assertEquals, assertRejects } from "@std/assert";
import { opened, sealed } from "../../../lib/report/attestation/envelope.ts";
import { readPrivateKey, readPublicKey } from "../../../lib/report/attestation/keys.ts";
import { KEYS, pem } from "./rfc_keys.ts";

Deno.test("a signature is the one that OpenSSL makes of DSSE's encoding", async () => {
  const key = await readPrivateKey(KEYS.private);
  // printf 'DSSEv1 28 application/vnd.in-toto+json 2 {}' | openssl pkeyutl -sign -rawin, with this key;
  // the key's name by openssl pkey -pubout -outform DER | tail -c 32 | sha256sum.
  assertEquals(await sealed("{}", key), {
    payloadType: "application/vnd.in-toto+json",
    payload: "e30=",
    signatures: [{
      keyid: "21fe31dfa154a261626bf854046fd2271b7bed4b6abe45aa58877ef47f9721b9",
      sig:
        "vW8iDoS+pQIrO8G9pV+VHVGcvY/XcGMh2vfWpJJwwrH/m4CRZswsl9wIASL/n2XN7RSNIqdiogwYkqskDFZiAQ==",
    }],
  });
});

Deno.test("an envelope says whether the key given signed it, and forgets no change", async () => {
  const [own, key] = [await readPrivateKey(KEYS.private), await readPublicKey(KEYS.public)];
  assertEquals(own.id, key.id);
  const envelope = await sealed('{"a":1}', own);
  const state = async (changed: object, by: typeof key | null = key) =>
    (await opened(JSON.stringify({ ...envelope, ...changed }), by)).signature;
  assertEquals(await state({}), { kind: "signed", keyid: key.id });
  assertEquals(await state({}, null), { kind: "not checked", keyids: [key.id] });
  assertEquals((await state({ payload: btoa('{"a":2}') })).kind, "wrong");
  assertEquals((await state({ signatures: [{ keyid: key.id, sig: "?" }] })).kind, "wrong");
  assertEquals(await state({ signatures: [] }), { kind: "unsigned" });
  const stranger = await readPublicKey(KEYS.other);
  assertEquals((await state({}, stranger)).kind, "wrong");
});

Deno.test("what is no envelope and no key is refused, and a key's file is never quoted", async () => {
  for (
    const text of [
      "",
      "[]",
      "null",
      "{}",
      '{"payloadType":"text/plain","payload":"","signatures":[]}',
    ]
  ) {
    await assertRejects(() => opened(text, null), TypeError, "expected a DSSE envelope");
  }
  const wrong = await assertRejects(() => readPrivateKey(KEYS.public), TypeError, "PRIVATE KEY");
  assertEquals(wrong.message.includes("MC"), false);
  await assertRejects(() => readPublicKey(KEYS.private), TypeError, "PUBLIC KEY");
  await assertRejects(
    () => readPrivateKey(pem("PRIVATE KEY", "3000")),
    TypeError,
    "a key of another kind",
  );
});
