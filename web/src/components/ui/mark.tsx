/** The shield of a regency that has no mark yet. */
const blankMark =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 52"><path d="M2 2h44v28c0 9-9 16-22 21C11 46 2 39 2 30z" fill="#5A6068"/><path d="M24 14l11 14H13zM14 33h20v3.4H14z" fill="#fff"/></svg>';

type MarkProps = {
  /** Address of the mark, or the SVG itself; null gives the blank shield. */
  mark: string | null | undefined;
  /** Width in px; the height follows the drawing. */
  size?: number;
  /** Only where the name does not stand beside it. */
  alt?: string;
};

/** A regency's mark, as an image, so that nothing inside an uploaded SVG can run. */
export function Mark({ mark, size = 32, alt = '' }: MarkProps) {
  const svg = mark?.trimStart().startsWith('<') ? mark : mark ? null : blankMark;
  const src = svg ? `data:image/svg+xml,${encodeURIComponent(svg)}` : (mark ?? '');
  return <img src={src} alt={alt} width={size} height={Math.round(size * 1.09)} style={{ objectFit: 'contain' }} />;
}
