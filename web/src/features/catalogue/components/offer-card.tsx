import { IconCircleArrowUp, IconCircleCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { TemplateSheet, useSeen } from '../../../components/template-sheet/template-sheet.tsx';
import { Mark } from '../../../components/ui/mark.tsx';
import { type OfferItem, offerOptions } from '../api/catalogue.ts';
import styles from './catalogue.module.css';
import { Stars } from './offer-talk.tsx';

/** One offer as the letter it would make, with whom it is from and how we stand to it. */
export function OfferCard({ offer, chosen, onChoose }: { offer: OfferItem; chosen: boolean; onChoose: () => void }) {
  const { t } = useTranslation('catalogue');
  const [element, seen] = useSeen<HTMLLIElement>();
  const { data } = useQuery({ ...offerOptions(offer.id), enabled: seen });
  return (
    <li ref={element} className={styles.card} data-chosen={chosen || undefined}>
      <div className={styles.paper}>
        <TemplateSheet
          cacheKey={['offer', offer.id]}
          order={data?.body ? { type: offer.type, name: offer.name, body: data.body, defaults: data.defaults } : null}
          alt=""
          variant="card"
        />
      </div>
      <button type="button" className={styles.choose} aria-pressed={chosen} onClick={onChoose}>
        {offer.name}
      </button>
      <p className={styles.from}>
        <Mark mark={offer.origin.markSvg} size={18} />
        {t('card.from', { name: offer.origin.name, version: offer.version })}
      </p>
      <Standing offer={offer} t={t} />
      <Stars rating={offer.rating} />
    </li>
  );
}

function Standing({ offer, t }: { offer: OfferItem; t: (key: string, values: Record<string, unknown>) => string }) {
  if (offer.adoptedByMe) {
    return (
      <p className={styles.state} data-kind="ours">
        <IconCircleCheck size={16} stroke={1.75} aria-hidden />
        {t('card.ours', { version: offer.version })}
      </p>
    );
  }
  if (offer.isNewer) {
    return (
      <p className={styles.state} data-kind="newer">
        <IconCircleArrowUp size={16} stroke={1.75} aria-hidden />
        {t('card.newer', { version: offer.version })}
      </p>
    );
  }
  return (
    <p className={styles.state}>{t(offer.adoptedBy === 0 ? 'card.nobody' : 'card.used', { count: offer.adoptedBy })}</p>
  );
}
