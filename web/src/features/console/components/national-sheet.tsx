import { Button, FileInput, Select, Textarea, TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FormError } from '../../../components/ui/error-summary.tsx';
import { Form } from '../../../components/ui/form.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { newIdempotencyKey } from '../../../lib/api.ts';
import { asProblem, problemMessage } from '../../../lib/problem.ts';
import {
  type ImportedText,
  type NationalTemplate,
  publishNational,
  readDocument,
  standardTypesOptions,
} from '../api/templates.ts';
import styles from './console.module.css';

type NationalSheetProps = { of: NationalTemplate | null; opened: boolean; onClose: () => void };

/** A Word document becomes a template for all, or the next version of one. */
export function NationalSheet({ of, opened, onClose }: NationalSheetProps) {
  const { t } = useTranslation('console');
  const title = of ? t('templates.nextTitle', { name: of.name }) : t('templates.newTitle');
  return (
    <Sheet opened={opened} onClose={onClose} title={title} width={560}>
      <NationalForm of={of} onClose={onClose} />
    </Sheet>
  );
}

/** The words of a text, one line per block, as far as one checks them before they go out. */
function wordsOf(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  if ('text' in node && typeof node.text === 'string') return node.text;
  const inner = 'content' in node && Array.isArray(node.content) ? node.content.map(wordsOf).join('') : '';
  return 'type' in node && (node.type === 'paragraph' || node.type === 'heading') ? `${inner}\n` : inner;
}

function NationalForm({ of, onClose }: Omit<NationalSheetProps, 'opened'>) {
  const { t } = useTranslation('console');
  const { data: types = [] } = useQuery(standardTypesOptions);
  const key = useRef(newIdempotencyKey());
  const [file, setFile] = useState<File | null>(null);
  const [imported, setImported] = useState<ImportedText | null>(null);
  const [values, setValues] = useState({
    name: of?.name ?? '',
    type: of?.type ?? '',
    description: of?.description ?? '',
    licence: of?.licence ?? '',
    attribution: of?.attribution ?? '',
  });
  const [errors, setErrors] = useState<FormError[]>([]);
  const [attempt, setAttempt] = useState(0);
  const [running, setRunning] = useState(false);
  const set = (change: Partial<typeof values>): void => setValues((before) => ({ ...before, ...change }));
  const errorOf = (field: string) => errors.find(({ fieldId }) => fieldId === field)?.message ?? null;
  const show = (found: FormError[]): void => {
    setErrors(found);
    setAttempt((before) => before + 1);
  };

  async function read(chosen: File | null): Promise<void> {
    setFile(chosen);
    setImported(null);
    if (!chosen) return;
    setRunning(true);
    try {
      setImported(await readDocument(chosen));
      setErrors([]);
      if (values.name === '') set({ name: chosen.name.replace(/\.docx$/i, '').slice(0, 200) });
    } catch (thrown) {
      show([{ fieldId: 'body', message: problemMessage(thrown) }]);
    } finally {
      setRunning(false);
    }
  }

  async function publish(): Promise<void> {
    const missing = (['body', 'name', 'type'] as const).filter((field) =>
      field === 'body' ? imported === null : values[field].trim().length < 2,
    );
    show(missing.map((field) => ({ fieldId: field, message: t(`templates.faults.${field}`) })));
    if (missing.length > 0 || !imported) return;
    setRunning(true);
    try {
      const { name, type, description, licence, attribution } = values;
      await publishNational(
        {
          ...(of ? { sourceId: of.sourceId } : {}),
          name: name.trim(),
          type,
          body: imported.body,
          ...(description.trim() ? { description: description.trim() } : {}),
          ...(licence.trim() ? { licence: licence.trim() } : {}),
          ...(attribution.trim() ? { attribution: attribution.trim() } : {}),
        },
        key.current,
      );
      showToast(t('templates.done', { name: name.trim() }));
      onClose();
    } catch (thrown) {
      key.current = newIdempotencyKey();
      const problem = asProblem(thrown);
      show(
        problem.errors.length > 0
          ? problem.errors.map(({ path, message }) => ({ fieldId: path.split('.')[0], message }))
          : [{ message: problemMessage(problem) }],
      );
    } finally {
      setRunning(false);
    }
  }

  return (
    <Form className={styles.form} errors={errors} attempt={attempt} onSubmit={publish}>
      <FileInput
        id="body"
        label={t('templates.file')}
        accept=".docx"
        value={file}
        error={errorOf('body')}
        onChange={(chosen) => void read(chosen)}
      />
      {imported && (
        <Textarea
          label={t('templates.text')}
          value={wordsOf({ content: imported.body.content }).trim()}
          readOnly
          autosize
          minRows={3}
          maxRows={10}
        />
      )}
      {imported && imported.notices.length > 0 && (
        <div>
          <p className={styles.meta}>{t('templates.notices')}</p>
          <ul className={styles.meta}>
            {imported.notices.map((notice) => (
              <li key={notice}>{notice}</li>
            ))}
          </ul>
        </div>
      )}
      <TextInput
        id="name"
        label={t('templates.name')}
        value={values.name}
        maxLength={200}
        error={errorOf('name')}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <Select
        id="type"
        label={t('templates.type')}
        data={types.map(({ code, name }) => ({ value: code, label: name }))}
        value={values.type || null}
        error={errorOf('type')}
        onChange={(type) => set({ type: type ?? '' })}
        searchable
      />
      <Textarea
        id="description"
        label={t('templates.description')}
        value={values.description}
        autosize
        maxLength={1000}
        onChange={(event) => set({ description: event.currentTarget.value })}
      />
      <TextInput
        id="licence"
        label={t('templates.licence')}
        value={values.licence}
        maxLength={1000}
        onChange={(event) => set({ licence: event.currentTarget.value })}
      />
      <TextInput
        id="attribution"
        label={t('templates.attribution')}
        value={values.attribution}
        maxLength={300}
        onChange={(event) => set({ attribution: event.currentTarget.value })}
      />
      <Button type="submit" loading={running}>
        {t('templates.act')}
      </Button>
    </Form>
  );
}
