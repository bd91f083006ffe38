import { serveThread } from '../../core/threads.ts';
import { convertDocx, type DocxImport } from './convert.ts';

serveThread<Uint8Array, DocxImport>(async (bytes) => ({ result: await convertDocx(bytes) }));
