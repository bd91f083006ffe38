import {
  GlobalWorkerOptions,
  getDocument,
  type PDFDocumentProxy,
  type PDFPageProxy,
  RenderingCancelledException,
} from 'pdfjs-dist/legacy/build/pdf.mjs';
import workerUrl from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';
import jpeg2000Url from 'pdfjs-dist/wasm/openjpeg_nowasm_fallback.js?url';

// The legacy build: phones in the offices are not of this year.
GlobalWorkerOptions.workerSrc = workerUrl;

/** The 14 fonts that a PDF may leave out, by file name; a phone has none of them. */
const standardFonts = import.meta.glob<string>('/node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
  query: '?url',
  import: 'default',
  eager: true,
});

class BundledFonts {
  async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    const url = standardFonts[`/node_modules/pdfjs-dist/standard_fonts/${filename}`];
    if (!url) throw new Error(`no standard font ${filename}`);
    const response = await fetch(url);
    if (!response.ok) throw new Error(`standard font ${filename}: ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  }
}

/** More pixels than this a phone's browser refuses to draw on one canvas. */
const maxPixels = 16_000_000;

/** One page of an open PDF. */
export interface PdfPage {
  /** From 1. */
  number: number;
  /** Width divided by height, as it is shown (turned pages are turned). */
  ratio: number;
  /** What the page says, without line breaks; empty for a scan. */
  text(): Promise<string>;
  /**
   * Draws the page.
   * @param width CSS pixels
   * @returns stops the drawing when called; `done` is false if it was stopped
   */
  draw(canvas: HTMLCanvasElement, width: number): { done: Promise<boolean>; stop: () => void };
}

/** An open PDF; `pages` holds at most as many as were asked for, `count` is how many there are. */
export interface OpenPdf {
  count: number;
  pages: PdfPage[];
}

function toPage(page: PDFPageProxy): PdfPage {
  const { width: points, height } = page.getViewport({ scale: 1 });
  return {
    number: page.pageNumber,
    ratio: points / height,
    async text() {
      const { items } = await page.getTextContent();
      const words = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? ' ' : '') : ''));
      return words.join('').replaceAll(/\s+/g, ' ').trim();
    },
    draw(canvas, width) {
      const wanted = (width * Math.max(window.devicePixelRatio, 1)) / points;
      const viewport = page.getViewport({ scale: Math.min(wanted, Math.sqrt(maxPixels / (points * height))) });
      canvas.width = Math.floor(viewport.width);
      canvas.height = Math.floor(viewport.height);
      const task = page.render({ canvas, viewport });
      const done = task.promise.then(
        () => true,
        (error: unknown) => {
          if (error instanceof RenderingCancelledException) return false;
          throw error;
        },
      );
      return { done, stop: () => task.cancel() };
    },
  };
}

/**
 * Opens a PDF for reading. No script in it runs and nothing is made from text (`eval`, WebAssembly): the content
 * security policy allows only our own files.
 * @returns the PDF, and what frees it
 * @throws whatever pdf.js throws, through `opened`, for a file that is no PDF, is damaged or asks for a password
 */
export function openPdf(file: Blob, maxPages: number): { opened: Promise<OpenPdf>; close: () => void } {
  let task: ReturnType<typeof getDocument> | null = null;
  let closed = false;
  const open = async (): Promise<OpenPdf> => {
    const data = new Uint8Array(await file.arrayBuffer());
    if (closed) throw new Error('closed');
    task = getDocument({
      data,
      isEvalSupported: false,
      useWasm: false,
      // pdf.js puts a file name behind this address; behind a # it is ignored, and the bundled file loads.
      wasmUrl: `${new URL(jpeg2000Url, document.baseURI).href}#/`,
      useSystemFonts: false,
      StandardFontDataFactory: BundledFonts,
      useWorkerFetch: false,
    });
    const pdf: PDFDocumentProxy = await task.promise;
    const shown = Array.from({ length: Math.min(pdf.numPages, maxPages) }, (_, index) => pdf.getPage(index + 1));
    return { count: pdf.numPages, pages: (await Promise.all(shown)).map(toPage) };
  };
  return {
    opened: open(),
    close: () => {
      closed = true;
      void task?.destroy();
    },
  };
}
