/** How somebody stands at a post when signing. `delegate`: acts for an absent holder. */
export type SigningMode = 'definitif' | 'plt' | 'plh' | 'pj' | 'pjs' | 'delegate';
export type HoldingMode = Exclude<SigningMode, 'delegate'>;

const prefixes: Record<HoldingMode, string> = {
  definitif: '',
  plt: 'Plt. ',
  plh: 'Plh. ',
  pj: 'Pj. ',
  pjs: 'Pjs. ',
};

/** A delegate's own post, as printed, and what stands between it and the post that is signed for. */
export interface OwnPost {
  title: string;
  mode: HoldingMode;
  /** The post right below the one that is signed for, where the delegate's own is further down; printed before `u.b.` */
  between: string | null;
}

/**
 * The lines above a signer's name.
 * - `JABATAN,` for who holds the post;
 * - `Plt. JABATAN,` (the post is empty), `Plh. JABATAN,` (its holder is away), `Pj.` and `Pjs.` for acting heads of a regency;
 * - `a.n. JABATAN` above one's own post for a delegate of the holder;
 * - `a.n. JABATAN` / the post below it / `u.b.` / one's own post for a delegate from further down.
 * @param title the post that signs, as printed
 * @param own the delegate's own post; null when the delegate holds none
 * Source: Permendagri 1/2023 on a.n., u.b., Plt., Plh., Pj., Pjs., by secondary sources; regencies' own rules may differ.
 */
export function signerLines(title: string, mode: SigningMode, own: OwnPost | null): string[] {
  const printed = title.toUpperCase();
  if (mode !== 'delegate') return [`${prefixes[mode]}${printed},`];
  if (own === null) return [`a.n. ${printed},`];
  const ownLine = `${prefixes[own.mode]}${own.title.toUpperCase()},`;
  if (own.between === null) return [`a.n. ${printed}`, ownLine];
  return [`a.n. ${printed}`, `${own.between.toUpperCase()},`, 'u.b.', ownLine];
}

/** A post that a delegate holds, with the posts above it in order (their ids and titles). */
export interface HeldPost<Kind extends string = string> {
  title: string;
  kind: Kind;
  mode: HoldingMode;
  above: readonly { id: string; title: string; kind: Kind }[];
}

/**
 * Which of a delegate's posts stands on the page, and the post between it and the one that is signed for. The one nearest
 * below that post; of equals the one held definitively. A post that does not answer to it at all still is printed.
 */
export function chooseOwnPost<Kind extends string>(
  held: readonly HeldPost<Kind>[],
  represented: string,
): { post: HeldPost<Kind>; between: { title: string; kind: Kind } | null } | null {
  const distance = (post: HeldPost<Kind>): number => {
    const rung = post.above.findIndex((each) => each.id === represented);
    return rung === -1 ? Number.POSITIVE_INFINITY : rung;
  };
  const [post] = [...held].sort(
    (a, b) =>
      // Infinity minus infinity is no number, so equals are told first.
      (distance(a) === distance(b) ? 0 : distance(a) - distance(b)) ||
      Number(a.mode !== 'definitif') - Number(b.mode !== 'definitif') ||
      a.title.localeCompare(b.title),
  );
  if (!post) return null;
  const rung = distance(post);
  const between = rung !== Number.POSITIVE_INFINITY && rung > 0 ? post.above[rung - 1] : undefined;
  return { post, between: between ?? null };
}

const academic = /^(?:(?:Prof|Dr|dr|drg|drh|Drs|Dra|Ir|apt)\.\s*)+/;

/**
 * A name without academic degrees, in capitals, as regulations and decisions print it: "Dr. Laras Wiradinata, M.Si." →
 * "LARAS WIRADINATA". Source: UU 12/2011, lampiran II: name without degree, rank and NIP.
 */
export const nameWithoutDegrees = (name: string): string =>
  (name.split(',')[0] ?? name).trim().replace(academic, '').toUpperCase();
