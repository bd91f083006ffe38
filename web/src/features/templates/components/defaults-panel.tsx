import { NativeSelect, TextInput } from '@mantine/core';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { Choice } from '../../../components/ui/choice.tsx';
import { type ChosenPosition, PositionField } from '../../../components/ui/position-field.tsx';
import {
  approverWays,
  type Chain,
  type Defaults,
  type Party,
  partiesOf,
  recipientOf,
  signers,
  type TemplateDraft,
} from '../draft.ts';
import styles from './templates.module.css';

/** Fields of the writing desk that the page lends. */
export type LentFields = {
  Recipients: ComponentType<{
    id: string;
    label: string;
    value: Party[];
    onChange: (value: Party[]) => void;
    description?: string;
  }>;
  Classification: ComponentType<{
    value: { code: string; name: string | null };
    onChange: (value: { code: string; name: string | null }) => void;
  }>;
};

const secrecies = ['biasa', 'terbatas', 'rahasia', 'sangat_rahasia'] as const;
const urgencies = ['biasa', 'segera', 'amat_segera'] as const;

type DefaultsPanelProps = {
  draft: TemplateDraft;
  fields: LentFields;
  gone: { path: string; message: string }[];
  errorOf: (field: string) => string | null;
  onChange: (change: Partial<TemplateDraft>) => void;
};

/** What a letter made from the template starts with: to whom, how secret, who approves and signs. */
export function DefaultsPanel({ draft, fields, gone, errorOf, onChange }: DefaultsPanelProps) {
  const { t } = useTranslation('templates');
  const { defaults, names } = draft;
  const { Recipients, Classification } = fields;
  const set = (change: Partial<Defaults>, named: Record<string, string> = {}): void =>
    onChange({ defaults: { ...defaults, ...change }, names: { ...names, ...named } });
  const setParties = (list: 'recipients' | 'copies', parties: Party[]): void =>
    set({ [list]: parties.map(recipientOf) }, Object.fromEntries(parties.map(({ id, name }) => [id, name])));
  return (
    <section className={styles.defaults} aria-labelledby="bawaan">
      <div>
        <h2 id="bawaan" className={styles.sectionTitle}>
          {t('defaults.title')}
        </h2>
        <p className={styles.help}>{t('defaults.about')}</p>
      </div>
      {gone.length > 0 && (
        <div role="alert" className={styles.gone}>
          <p>{t('defaults.gone')}</p>
          <ul>
            {gone.map(({ path, message }) => (
              <li key={path}>{t('defaults.goneOne', { where: t(`defaults.where.${whereOf(path)}`), message })}</li>
            ))}
          </ul>
        </div>
      )}
      <TextInput
        id="subject"
        label={t('fields.subject')}
        description={t('fields.subjectHelp')}
        value={defaults.subject ?? ''}
        maxLength={500}
        onChange={(event) => set({ subject: event.currentTarget.value })}
      />
      <Recipients
        id="recipients"
        label={t('fields.recipients')}
        value={partiesOf(defaults.recipients, names)}
        onChange={(parties) => setParties('recipients', parties)}
      />
      <Recipients
        id="copies"
        label={t('fields.copies')}
        value={partiesOf(defaults.copies, names)}
        onChange={(parties) => setParties('copies', parties)}
      />
      <Classification
        value={{ code: defaults.classification ?? '', name: null }}
        onChange={({ code }) => set(code === '' ? {} : { classification: code })}
      />
      <div className={styles.pair}>
        <NativeSelect
          label={t('fields.secrecy')}
          value={defaults.secrecy ?? 'biasa'}
          data={secrecies.map((value) => ({ value, label: t(`common:secrecy.${value}`) }))}
          onChange={(event) => {
            const secrecy = secrecies.find((one) => one === event.currentTarget.value);
            if (secrecy) set({ secrecy });
          }}
        />
        <NativeSelect
          label={t('fields.urgency')}
          value={defaults.urgency ?? 'biasa'}
          data={urgencies.map((value) => ({ value, label: t(`urgency.${value}`) }))}
          onChange={(event) => {
            const urgency = urgencies.find((one) => one === event.currentTarget.value);
            if (urgency) set({ urgency });
          }}
        />
      </div>
      <TextInput
        label={t('fields.attachmentNote')}
        description={t('fields.attachmentHelp')}
        value={defaults.attachmentNote ?? ''}
        maxLength={200}
        onChange={(event) => set({ attachmentNote: event.currentTarget.value })}
      />
      <ChainFields draft={draft} errorOf={errorOf} onChange={set} />
    </section>
  );
}

const whereOf = (path: string): string => path.split('.').slice(0, 2).join('_').replace(/_\d+$/, '');

type ChainFieldsProps = {
  draft: TemplateDraft;
  errorOf: (field: string) => string | null;
  onChange: (change: Partial<Defaults>, named?: Record<string, string>) => void;
};

function ChainFields({ draft, errorOf, onChange }: ChainFieldsProps) {
  const { t } = useTranslation('templates');
  const { defaults, names } = draft;
  const chain: Chain = defaults.chain ?? { approvers: 'superiors', signer: 'unit_head' };
  const set = (change: Partial<Chain>, chosen: ChosenPosition[] = []): void =>
    onChange({ chain: { ...chain, ...change } }, Object.fromEntries(chosen.map(({ id, name }) => [id, name])));
  const positions = (ids: (string | undefined)[]): ChosenPosition[] =>
    ids.flatMap((id) =>
      id !== undefined && names[id] !== undefined ? [{ id, name: names[id], holder: names[id] }] : [],
    );
  return (
    <>
      <Choice
        label={t('fields.approvers')}
        value={chain.approvers}
        options={approverWays.map((value) => ({ value, label: t(`approvers.${value}`) }))}
        onChange={(approvers) => set({ approvers })}
      />
      {chain.approvers === 'positions' && (
        <PositionField
          id="chain-stages"
          label={t('fields.approverPositions')}
          description={t('fields.approverOrder')}
          chosen={positions((chain.stages ?? []).flat())}
          error={errorOf('chain-stages')}
          onChange={(chosen) => set({ stages: chosen.map(({ id }) => [id]) }, chosen)}
        />
      )}
      <Choice
        label={t('fields.signer')}
        value={chain.signer}
        options={signers.map((value) => ({ value, label: t(`signers.${value}`) }))}
        onChange={(signer) => set({ signer })}
      />
      {chain.signer === 'position' && (
        <PositionField
          id="chain-signer"
          label={t('fields.signerPosition')}
          chosen={positions([chain.signerPosition])}
          error={errorOf('chain-signer')}
          single
          onChange={(chosen) => {
            const [position] = chosen;
            if (position) set({ signerPosition: position.id }, chosen);
            else {
              const { signerPosition: _, ...rest } = chain;
              onChange({ chain: rest });
            }
          }}
        />
      )}
    </>
  );
}
