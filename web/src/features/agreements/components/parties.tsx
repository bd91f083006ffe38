import { useTranslation } from 'react-i18next';
import { FactList } from '../../../components/ui/fact-list.tsx';
import { Mark } from '../../../components/ui/mark.tsx';
import { StatusChip } from '../../../components/ui/status-chip.tsx';
import type { Agreement, Party } from '../../../lib/calls/agreements.ts';
import { pastWords } from '../../../lib/dates.ts';
import styles from './agreements.module.css';

/** The parties side by side, each with its own number, who signs, and whether they have. */
export function Parties({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation('agreements');
  return (
    <section aria-label={t('parties.label')} className={styles.parties}>
      {agreement.parties.map((party) => (
        <PartyColumn key={party.slug} party={party} />
      ))}
    </section>
  );
}

function PartyColumn({ party }: { party: Party }) {
  const { t } = useTranslation('agreements');
  const { name, title } = party.signer ?? party.representative;
  return (
    <div className={styles.party} data-turn={(party.isUs && party.state === 'waiting') || undefined}>
      <div className={styles.partyHead}>
        <Mark mark={party.markSvg} size={36} />
        <div>
          <h2 className={styles.partyName}>{party.name}</h2>
          <p className={styles.meta}>{party.isUs ? t('parties.us', { label: party.label }) : party.label}</p>
        </div>
      </div>
      <FactList
        facts={[
          { label: t('parties.number'), value: party.number ?? t('parties.numberLater') },
          {
            label: t('parties.representative'),
            value: [name, title].filter(Boolean).join(', ') || t('parties.nobody'),
          },
          { label: t('parties.contact'), value: party.contact },
        ]}
      />
      <div className={styles.partyState}>
        <StatusChip status={party.state === 'signed' ? 'selesai' : party.state === 'waiting' ? 'tunggu' : 'proses'}>
          {party.state === 'signed' && party.signedAt
            ? t('parties.signed', { when: pastWords(party.signedAt) })
            : party.isUs && party.state === 'waiting'
              ? t('parties.waitingUs')
              : t(`parties.states.${party.state}`)}
        </StatusChip>
      </div>
    </div>
  );
}
