/** A table cell as ProseMirror has it: spans, and whether it heads a row or column. */
export type RawCell = { colspan: number; rowspan: number; isHeader: boolean; widths: (number | null)[] };

/** Where a cell lies in the grid, counted from 0, and how far it reaches. */
export type PlacedCell = { row: number; cell: number; x: number; y: number; w: number; h: number };

export type TableGrid = {
  columns: number;
  cells: PlacedCell[];
  /** Leading rows made of header cells only: repeated on every page. */
  headerRows: number;
  /** Widths the editor stored, in pixels, or null where it stored none. */
  widths: (number | null)[];
};

/**
 * Lays cells out as HTML does: each takes the first free column of its row; cells reaching below the last row are cut.
 * Answers null if two cells would overlap, which no editor makes and no layout can print.
 */
export function placeCells(rows: RawCell[][]): TableGrid | null {
  const taken = rows.map(() => new Set<number>());
  const cells: PlacedCell[] = [];
  const widths: (number | null)[] = [];
  let columns = 0;
  for (const [y, row] of rows.entries()) {
    let x = 0;
    for (const [index, cell] of row.entries()) {
      while (taken[y]?.has(x)) x++;
      const h = Math.min(cell.rowspan, rows.length - y);
      for (let dy = 0; dy < h; dy++) {
        for (let dx = 0; dx < cell.colspan; dx++) {
          const line = taken[y + dy];
          if (line === undefined || line.has(x + dx)) return null;
          line.add(x + dx);
        }
      }
      cell.widths.slice(0, cell.colspan).forEach((width, dx) => {
        widths[x + dx] ??= width;
      });
      cells.push({ row: y, cell: index, x, y, w: cell.colspan, h });
      x += cell.colspan;
      columns = Math.max(columns, x);
    }
  }
  return {
    columns,
    cells,
    headerRows: countHeaderRows(rows, cells),
    widths: [...Array(columns)].map((_, i) => widths[i] ?? null),
  };
}

function countHeaderRows(rows: RawCell[][], cells: PlacedCell[]): number {
  const first = rows.findIndex((row) => row.length === 0 || row.some((cell) => !cell.isHeader));
  const count = first === -1 ? 0 : first; // a table of header cells only repeats nothing
  return cells.some((cell) => cell.y < count && cell.y + cell.h > count) ? 0 : count;
}

/**
 * Column widths as shares. Stored widths win; else a column gets room for its longest word and a bounded share for its
 * longest text, so that "No." stays narrow and a long subject wide.
 */
export function columnShares(grid: TableGrid, textOf: (cell: PlacedCell) => string): number[] {
  if (grid.widths.every((width) => width !== null && width > 0)) return grid.widths.map((width) => width ?? 1);
  const shares = Array.from({ length: grid.columns }, () => 4);
  for (const cell of grid.cells) {
    if (cell.w !== 1) continue;
    const text = textOf(cell);
    const word = text.split(/\s+/).reduce((longest, part) => Math.max(longest, part.length), 0);
    const wanted = Math.max(Math.min(text.length, 26), Math.min(word, 24) * 1.15) + 2;
    shares[cell.x] = Math.max(shares[cell.x] ?? 4, wanted);
  }
  return shares;
}
