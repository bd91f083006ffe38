import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** One sending of a letter to one receiver. */
export interface Sending {
  slug: string;
  recipientId: string;
  attempt: number;
}

/** Makes and reads the addresses that failures come back to (variable envelope return path). */
export interface BounceAddresses {
  make(sending: Sending): string;
  /** The sending, without the regency's slug but its mark; null for an address that was not made here. */
  read(address: string): { mark: string; recipientId: string; attempt: number } | null;
  /** Stands for a regency in an address: slugs may be too long for one. */
  markOf(slug: string): string;
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567';

/** Lower case, since mail servers may fold it. */
function base32(bytes: Uint8Array): string {
  let bits = '';
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)]).join('');
}

const markLength = 8;
const hexLength = 32;
/** 16 characters of five bits: 80 bits, too many to guess by mail. */
const macLength = 16;

/**
 * An address is `<name>+<mark><recipient><mac>.<attempt>@<domain>`, at most 64 characters before the @ (RFC 5321, 4.5.3.1.1).
 * The code at its end shows that the report is about a letter that left here.
 * @param address the installation's, such as `bounce@madangan.example`
 * @param key 32 bytes for this purpose alone
 */
export function createBounceAddresses(address: string, key: Buffer): BounceAddresses {
  const [name = '', domain = ''] = address.toLowerCase().split('@');
  const markOf = (slug: string) => base32(createHash('sha256').update(slug).digest()).slice(0, markLength);
  const idPart = (recipientId: string) => base32(Buffer.from(recipientId.replaceAll('-', ''), 'hex'));
  const macOf = (mark: string, id: string, attempt: number) =>
    base32(createHmac('sha256', key).update(`${mark}:${id}:${attempt}`).digest()).slice(0, macLength);

  return {
    markOf,
    make({ slug, recipientId, attempt }) {
      const [mark, id] = [markOf(slug), idPart(recipientId)];
      return `${name}+${mark}${id}${macOf(mark, id, attempt)}.${attempt.toString(36)}@${domain}`;
    },
    read(text) {
      const pattern = new RegExp(
        `\\+([a-z2-7]{${markLength}})([a-z2-7]{26})([a-z2-7]{${macLength}})\\.([0-9a-z]{1,6})@`,
        'i',
      );
      const [, mark, id, mac, counter] = (pattern.exec(text) ?? []).map((part) => part.toLowerCase());
      if (!mark || !id || !mac || !counter) return null;
      const attempt = Number.parseInt(counter, 36);
      if (!timingSafeEqual(Buffer.from(mac), Buffer.from(macOf(mark, id, attempt)))) return null;
      return { mark, recipientId: uuidOf(id), attempt };
    },
  };
}

/** The reverse of 16 bytes in base32. */
function uuidOf(text: string): string {
  const bits = [...text].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  const hex = (bits.slice(0, 128).match(/.{4}/g) ?? []).map((four) => Number.parseInt(four, 2).toString(16)).join('');
  const padded = hex.padStart(hexLength, '0');
  return [padded.slice(0, 8), padded.slice(8, 12), padded.slice(12, 16), padded.slice(16, 20), padded.slice(20)].join(
    '-',
  );
}
