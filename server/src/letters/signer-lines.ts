/** How somebody stands at a post when signing. `delegate`: acts for an absent holder. */
export type SigningMode = 'definitif' | 'plt' | 'plh' | 'pj' | 'pjs' | 'delegate';

const prefixes: Record<Exclude<SigningMode, 'definitif' | 'delegate'>, string> = {
  plt: 'Plt. ',
  plh: 'Plh. ',
  pj: 'Pj. ',
  pjs: 'Pjs. ',
};

/**
 * The lines above a signer's name: `JABATAN,`; `Plt. JABATAN,` for a post that is empty or whose holder is away; and
 * for a delegate `a.n. JABATAN` above the delegate's own post.
 * @param title the post that signs, as printed
 * @param ownTitle the delegate's own post, as printed; null when the delegate holds none
 * Source: Permendagri 1/2023 on a.n., Plt., Plh., Pj., Pjs., by secondary sources; regencies' own rules may differ.
 */
export function signerLines(title: string, mode: SigningMode, ownTitle: string | null): string[] {
  const printed = title.toUpperCase();
  if (mode === 'definitif') return [`${printed},`];
  if (mode !== 'delegate') return [`${prefixes[mode]}${printed},`];
  return ownTitle === null ? [`a.n. ${printed},`] : [`a.n. ${printed}`, `${ownTitle.toUpperCase()},`];
}
