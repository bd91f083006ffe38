/** What a type can be, in the order that forms show it; the server holds to the same lists. */
export const groups = ['arahan', 'korespondensi', 'khusus'] as const;
export const layouts = [
  'korespondensi',
  'judul',
  'nota_dinas',
  'penetapan',
  'pengaturan',
  'pengantar',
  'perjalanan_dinas',
  'radiogram',
  'sertifikat',
] as const;
export const datePlacements = ['top', 'closing', 'enacted', 'issued'] as const;
export const parts = [
  'addressee',
  'attachment',
  'copies',
  'basis',
  'assignee',
  'considering',
  'recalling',
  'dictum',
] as const;
export const signerKinds = [
  'regent',
  'deputy_regent',
  'secretary',
  'council_leader',
  'unit_head',
  'division_head',
  'staff',
  'registrar',
  'administrator',
] as const;
export const fonts = ['arimo', 'tinos', 'bonum'] as const;
export const papers = ['A4', 'F4_210', 'F4_215'] as const;

/** A number as one types it, with comma or point; NaN where it is none. */
export const numberOf = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text.replace(',', '.')));

/** A value of a list, or null for anything else. */
export const oneOf = <T extends string>(list: readonly T[], value: string): T | null =>
  list.find((each) => each === value) ?? null;

/** A list with a value put in or taken out, in the order of `all`. */
export const toggled = <T extends string>(all: readonly T[], chosen: readonly string[], value: T): T[] =>
  all.filter((each) => (each === value ? !chosen.includes(value) : chosen.includes(each)));
