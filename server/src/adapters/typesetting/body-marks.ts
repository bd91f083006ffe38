import { isObject, type Node, type Path } from './body-data.ts';

const markNames: Record<string, string> = { bold: 'b', italic: 'i', underline: 'u', strike: 's', code: 'code' };
const longestHref = 2000;

type Fault = (path: Path, message: string) => void;

/** The marks of an inline node by their short names, and where it links to. Others are faults. */
export function readMarks(node: Node, path: Path, fault: Fault): { marks: string[]; href: string } {
  const marks = new Set<string>();
  let href = '';
  if (node.marks === undefined) return { marks: [], href };
  if (!Array.isArray(node.marks)) {
    fault([...path, 'marks'], 'Harus berupa daftar.');
    return { marks: [], href };
  }
  for (const [index, mark] of node.marks.slice(0, 20).entries()) {
    const type = isObject(mark) && typeof mark.type === 'string' ? mark.type : '';
    const name = Object.hasOwn(markNames, type) ? markNames[type] : undefined;
    if (name !== undefined) marks.add(name);
    else if (type === 'link' && isObject(mark))
      href = readHref(isObject(mark.attrs) ? mark.attrs.href : undefined, [...path, 'marks', index], fault);
    else fault([...path, 'marks', index], `Gaya "${type.slice(0, 60)}" tidak dikenal dalam isi surat.`);
  }
  return { marks: [...marks], href };
}

function readHref(value: unknown, path: Path, fault: Fault): string {
  const isGood = typeof value === 'string' && value.length <= longestHref && URL.canParse(value);
  if (isGood && ['http:', 'https:', 'mailto:'].includes(new URL(value).protocol)) return new URL(value).href;
  fault([...path, 'attrs', 'href'], 'Tautan harus berawalan http://, https://, atau mailto:.');
  return '';
}
