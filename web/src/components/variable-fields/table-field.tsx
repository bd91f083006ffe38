import { Button } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Cell, TableColumn } from '../editor/body.ts';
import { PersonField } from './person-field.tsx';
import { ValueField } from './value-field.tsx';
import styles from './variable-fields.module.css';

type TableFieldProps = {
  id: string;
  label: string;
  error: string | null;
  columns: TableColumn[];
  minRows: number;
  maxRows: number;
  rows: Cell[][];
  onChange: (rows: Cell[][] | null) => void;
};

/** Rows that the drafter adds and takes away; each cell with the control of its column. */
export function TableField({ id, label, error, columns, minRows, maxRows, rows, onChange }: TableFieldProps) {
  const { t } = useTranslation('fields');
  // Rows have no other name than their place.
  const keys = rows.map((_, at) => `${id}-baris-${at}`);
  const set = (at: number, column: number, cell: Cell): void =>
    onChange(
      rows.map((row, index) => (index === at ? columns.map((_, x) => (x === column ? cell : (row[x] ?? null))) : row)),
    );
  function add(): void {
    onChange([...rows, columns.map(() => null)]);
    requestAnimationFrame(() => document.getElementById(cellId(id, rows.length, 0))?.focus());
  }
  function remove(at: number): void {
    const rest = rows.filter((_, index) => index !== at);
    onChange(rest.length > 0 ? rest : null);
    requestAnimationFrame(() => document.getElementById(id)?.focus());
  }
  return (
    <fieldset className={styles.table} aria-describedby={error ? `${id}-fault` : undefined}>
      <legend className={styles.label}>{label}</legend>
      <p className="meta">
        {minRows > 1 ? t('table.least', { count: minRows }) : t('table.rows', { count: rows.length })}
      </p>
      <ol className={styles.rows}>
        {rows.map((row, at) => (
          <li key={keys[at]} className={styles.row}>
            <span className={styles.rowNumber} aria-hidden>
              {at + 1}
            </span>
            <div className={styles.cells}>
              {columns.map(({ label: title, kind }, column) => {
                const cell = row[column] ?? null;
                const shared = {
                  id: cellId(id, at, column),
                  label: title,
                  error: null,
                };
                return kind === 'person' ? (
                  <PersonField
                    key={title}
                    {...shared}
                    value={typeof cell === 'string' || cell === null ? null : cell}
                    onChange={(person) => set(at, column, person)}
                  />
                ) : (
                  <ValueField
                    key={title}
                    {...shared}
                    kind={kind}
                    value={typeof cell === 'string' ? cell : null}
                    onChange={(value) => set(at, column, value)}
                  />
                );
              })}
            </div>
            <button
              type="button"
              className={styles.remove}
              aria-label={t('table.remove', { number: at + 1, label })}
              onClick={() => remove(at)}
            >
              <IconTrash size={18} stroke={1.75} aria-hidden />
            </button>
          </li>
        ))}
      </ol>
      <Button
        id={id}
        variant="default"
        leftSection={<IconPlus size={18} stroke={1.75} aria-hidden />}
        disabled={rows.length >= maxRows}
        onClick={add}
      >
        {rows.length >= maxRows ? t('table.most', { count: maxRows }) : t('table.add', { label })}
      </Button>
      {error && (
        <p id={`${id}-fault`} className={styles.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}

const cellId = (id: string, row: number, column: number): string => `${id}-${row}-${column}`;
