/** A small drawing of a sheet by how its type is laid out, so that templates are told apart at a glance. */
export function PaperDrawing({
  layout,
  seed,
  width = 120,
}: {
  layout: string | undefined;
  seed: string;
  width?: number;
}) {
  const lines = linesOf(seed);
  const isTitle = layout === 'judul';
  const isMemo = layout === 'nota';
  return (
    <svg viewBox="0 0 120 156" width={width} height={width * 1.3} aria-hidden="true" focusable="false">
      <rect width="120" height="156" rx="2" fill="var(--paper)" />
      {!isMemo && <circle cx="21" cy="17" r="6" fill="var(--accent)" opacity="0.85" />}
      <path d={isMemo ? 'M36 14h48M44 20h32' : 'M38 13h50M44 18h38M50 22h26'} stroke="#8a867d" strokeWidth="2.4" />
      <path d="M12 28h96" stroke="#16181b" strokeWidth="1.6" />
      {isTitle ? (
        <path d="M36 38h48M46 44h28" stroke="#4a5058" strokeWidth="2.6" />
      ) : (
        <path d="M12 38h34M12 44h28M12 50h38M84 38h24" stroke="#8a867d" strokeWidth="2" />
      )}
      {lines.map(({ y, width: long, field }) => (
        <g key={y}>
          <path d={`M12 ${y}h${long}`} stroke="#c9c4b8" strokeWidth="2" />
          {field !== null && (
            <rect x={field} y={y - 2.5} width="26" height="5" rx="1.5" fill="var(--accent)" opacity="0.4" />
          )}
        </g>
      ))}
      <path d="M72 124h30M72 144h26" stroke="#8a867d" strokeWidth="2" />
      <rect x="72" y="128" width="34" height="11" rx="1.5" fill="none" stroke="#c9c4b8" strokeDasharray="2 2" />
    </svg>
  );
}

/** Lines of the text; lengths and fields follow from the name, so that one template always looks the same. */
function linesOf(seed: string): { y: number; width: number; field: number | null }[] {
  let state = [...seed].reduce((sum, character) => (sum * 31 + (character.codePointAt(0) ?? 0)) >>> 0, 7);
  return Array.from({ length: 9 }, (_, index) => {
    state = (state * 1_103_515_245 + 12_345) >>> 0;
    const end = state % 5 === 0;
    return {
      y: 62 + index * 6.4,
      width: end ? 48 + (state % 30) : 96,
      field: state % 3 === 0 ? 20 + (state % 56) : null,
    };
  });
}
