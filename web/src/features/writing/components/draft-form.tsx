import { Button, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listAskedVariables, type VariableValue } from '../../../components/editor/body.ts';
import { PageTitle } from '../../../components/ui/page-title.tsx';
import { VariableFields } from '../../../components/variable-fields/variable-fields.tsx';
import type { Chain } from '../chain.ts';
import { secrecies, urgencies } from '../choices.ts';
import type { Draft, Letter } from '../rules.ts';
import { AttachmentsField } from './attachments-field.tsx';
import { ChainLine } from './chain-line.tsx';
import { ClassificationField } from './classification-field.tsx';
import { RecipientsField } from './directory-field.tsx';
import { TemplateUsed } from './template-used.tsx';
import styles from './writing.module.css';

type DraftFormProps = {
  letter: Letter;
  draft: Draft;
  chain: Chain | null;
  banner: ReactNode;
  errorOf: (fieldId: string) => string | null;
  onChange: (part: Partial<Draft>) => void;
  onChangeChain: () => void;
  onDiscard: () => void;
  onVariable: (name: string, value: VariableValue | null) => void;
  /** The editor of the words; it works also where it is not shown. */
  text: (hidden: boolean) => ReactNode;
  /** Who writes along. */
  people: ReactNode;
};

/** Everything about a letter that its drafter decides. */
export function DraftForm(props: DraftFormProps) {
  const { letter, draft, chain, banner, errorOf, onChange, onChangeChain, onDiscard, onVariable, text, people } = props;
  const { t } = useTranslation('writing');
  const variables = listAskedVariables(draft.body);
  const [writing, setWriting] = useState(variables.length === 0);
  const [more, setMore] = useState(draft.copies.length > 0);
  return (
    <div className={styles.form}>
      <PageTitle lead={variables.length > 0 ? t('leadTemplate') : t('lead')}>{letter.typeName}</PageTitle>
      {banner}
      {people}
      <ReturnedNote letter={letter} />
      <TemplateUsed letter={letter} />

      <section className={styles.section} aria-labelledby="bagian-isi">
        <h2 id="bagian-isi">{t('sections.content')}</h2>
        <Textarea
          id="hal"
          label={t('fields.subject')}
          minRows={1}
          maxLength={500}
          value={draft.subject}
          error={errorOf('hal')}
          onChange={(event) => onChange({ subject: event.currentTarget.value.replaceAll('\n', ' ') })}
        />
        <VariableFields variables={variables} errorOf={errorOf} onChange={onVariable} />
        {variables.length > 0 && (
          <Button
            variant="subtle"
            className={styles.disclose ?? ''}
            aria-expanded={writing}
            rightSection={<IconChevronDown size={18} stroke={1.75} data-open={writing || undefined} aria-hidden />}
            onClick={() => setWriting(!writing)}
          >
            {writing ? t('hideText') : t('editText')}
          </Button>
        )}
        {writing && <p className={styles.label}>{t('fields.body')}</p>}
        {text(!writing)}
      </section>

      <section className={styles.section} aria-labelledby="bagian-tujuan">
        <h2 id="bagian-tujuan">{t('sections.whom')}</h2>
        <RecipientsField
          id="tujuan"
          label={t('fields.recipients')}
          value={draft.recipients}
          error={errorOf('tujuan')}
          onChange={(recipients) => onChange({ recipients })}
        />
        {more ? (
          <RecipientsField
            id="tembusan"
            label={t('fields.copies')}
            value={draft.copies}
            error={errorOf('tembusan')}
            onChange={(copies) => onChange({ copies })}
          />
        ) : (
          <Button variant="subtle" className={styles.disclose ?? ''} onClick={() => setMore(true)}>
            {t('addCopies')}
          </Button>
        )}
        <div className={styles.pair}>
          <NativeSelect
            label={t('fields.secrecy')}
            value={draft.secrecy}
            data={secrecies.map((value) => ({ value, label: t(`common:secrecy.${value}`) }))}
            onChange={(event) => {
              const secrecy = secrecies.find((one) => one === event.currentTarget.value);
              if (secrecy) onChange({ secrecy });
            }}
          />
          <NativeSelect
            label={t('fields.urgency')}
            value={draft.urgency}
            data={urgencies.map((value) => ({ value, label: t(`urgency.${value}`) }))}
            onChange={(event) => {
              const urgency = urgencies.find((one) => one === event.currentTarget.value);
              if (urgency) onChange({ urgency });
            }}
          />
        </div>
        <ClassificationField
          value={draft.classification}
          error={errorOf('klasifikasi')}
          onChange={(classification) => onChange({ classification })}
        />
        <div className={styles.pair}>
          <TextInput
            label={t('fields.attachment')}
            placeholder={t('attachmentPlaceholder')}
            maxLength={200}
            value={draft.attachmentNote}
            onChange={(event) => onChange({ attachmentNote: event.currentTarget.value })}
          />
          <TextInput
            id="batas-waktu"
            label={t('fields.dueOn')}
            type="date"
            value={draft.dueOn}
            error={errorOf('batas-waktu')}
            onChange={(event) => onChange({ dueOn: event.currentTarget.value })}
          />
        </div>
        <AttachmentsField
          letterId={letter.id}
          onSuggest={(note, before) => {
            const own = draft.attachmentNote.trim();
            if (own === '' || own === before) onChange({ attachmentNote: note ?? '' });
          }}
        />
      </section>

      <ChainLine chain={chain} error={errorOf('ubah-urutan')} onChange={onChangeChain} />
      <div className={styles.discard}>
        <Button variant="subtle" onClick={onDiscard}>
          {t('discard.title')}
        </Button>
      </div>
    </div>
  );
}

/** Why the letter came back, where it can be mended. */
function ReturnedNote({ letter }: { letter: Letter }) {
  const { t } = useTranslation('writing');
  const returned = letter.chain.find(({ state }) => state === 'returned');
  if (letter.state !== 'returned' || !returned?.note) return null;
  return (
    <blockquote className={styles.returned}>
      <p className={styles.staleTitle}>{t('returned', { name: returned.actedBy ?? returned.title })}</p>
      <p>{returned.note}</p>
      <Link to="/surat/$letterId" params={{ letterId: letter.id }}>
        {t('seeLetter')}
      </Link>
    </blockquote>
  );
}
