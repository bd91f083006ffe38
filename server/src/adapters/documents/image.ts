/** What a photograph or scan needs to be drawn as a page. */
export interface ImageFacts {
  kind: 'jpeg' | 'png';
  /** In pixels, as stored. */
  width: number;
  height: number;
  /** How the picture is to be turned clockwise to stand upright: from EXIF of a camera; 0 for PNG. */
  rotation: 0 | 90 | 180 | 270;
}

const pngHead = 24;

function readPng(bytes: Uint8Array): ImageFacts | null {
  if (bytes.byteLength < pngHead) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { kind: 'png', width: view.getUint32(16), height: view.getUint32(20), rotation: 0 };
}

/** EXIF tag 0x0112 of a TIFF block; mirrored values (2, 4, 5, 7) count as their turn, since no camera mirrors paper. */
const turnByOrientation: Record<number, ImageFacts['rotation']> = {
  1: 0,
  2: 0,
  3: 180,
  4: 180,
  5: 90,
  6: 90,
  7: 270,
  8: 270,
};

function orientationOf(tiff: DataView): number {
  if (tiff.byteLength < 8) return 1;
  const little = tiff.getUint16(0) === 0x4949;
  const directory = tiff.getUint32(4, little);
  if (directory + 2 > tiff.byteLength) return 1;
  const entries = tiff.getUint16(directory, little);
  for (let index = 0; index < entries; index += 1) {
    const at = directory + 2 + index * 12;
    if (at + 12 > tiff.byteLength) return 1;
    if (tiff.getUint16(at, little) === 0x0112) return tiff.getUint16(at + 8, little);
  }
  return 1;
}

const isExif = (view: DataView, at: number, length: number): boolean =>
  length > 8 && view.getUint32(at) === 0x45786966 && view.getUint16(at + 4) === 0;

/** Frame headers hold the size; 0xc4, 0xc8 and 0xcc in their range are tables. */
const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function readJpeg(bytes: Uint8Array): ImageFacts | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let rotation: ImageFacts['rotation'] = 0;
  for (let at = 2; at + 4 <= view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return null;
    const marker = view.getUint8(at + 1);
    // Fill bytes may stand before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = view.getUint16(at + 2);
    if (at + 2 + length > view.byteLength) return null;
    if (isFrame(marker)) {
      if (length < 8) return null;
      return { kind: 'jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7), rotation };
    }
    if (marker === 0xe1 && isExif(view, at + 4, length - 2)) {
      const tiff = new DataView(bytes.buffer, bytes.byteOffset + at + 10, length - 8);
      rotation = turnByOrientation[orientationOf(tiff)] ?? 0;
    }
    at += 2 + length;
  }
  return null;
}

/** Size and turn of a JPEG or PNG, by its first bytes; null for anything else or a file that ends before it says. */
export function readImage(bytes: Uint8Array): ImageFacts | null {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return readJpeg(bytes);
  return bytes[0] === 0x89 && bytes[1] === 0x50 ? readPng(bytes) : null;
}
