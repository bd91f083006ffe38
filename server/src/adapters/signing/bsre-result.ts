import { PDF } from '@libpdf/core';
import { scanByteRanges } from './byte-ranges.ts';
import { verifyPdf } from './verify.ts';

/** What a provider gave back is not the document with one more signature. */
export class UnsoundResult extends Error {
  override readonly name = 'UnsoundResult';
}

/**
 * Checks what another system signed before it becomes a revision: it starts with the very bytes that were sent, it is a
 * sound PDF, and exactly one signature was added, which is right over the whole file. Who signed is not asked here.
 * @returns the signer's certificate serial, hexadecimal
 * @throws UnsoundResult
 */
export async function checkSignedResult(sent: Uint8Array, result: Buffer): Promise<string> {
  if (result.length <= sent.length || Buffer.compare(result.subarray(0, sent.length), sent) !== 0) {
    throw new UnsoundResult('it does not start with the document that was sent');
  }
  const before = scanByteRanges(Buffer.from(sent)).ranges.length;
  const verification = await verifyPdf(result, { trustedRoots: [], now: new Date() });
  const last = verification.signatures.at(-1);
  if (verification.signatures.length !== before + 1) throw new UnsoundResult('not exactly one signature was added');
  if (!verification.wholeFileSigned || !last?.certificateSerial) {
    throw new UnsoundResult(`the new signature is not good: ${verification.reasons.join(', ')}`);
  }
  await requireSoundPdf(result);
  return last.certificateSerial;
}

async function requireSoundPdf(bytes: Uint8Array): Promise<void> {
  const document = await PDF.load(bytes).catch((cause: unknown) => {
    throw new UnsoundResult('it is not a PDF', { cause });
  });
  if (document.recoveredViaBruteForce || document.isEncrypted) throw new UnsoundResult('it is a damaged PDF');
}
