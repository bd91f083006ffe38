import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TemplateSheet } from '../../../components/template-sheet/template-sheet.tsx';
import { ActButton } from '../../../components/ui/act-button.tsx';
import { ConfirmBinding } from '../../../components/ui/confirm-binding.tsx';
import { ErrorState } from '../../../components/ui/error-state.tsx';
import { Mark } from '../../../components/ui/mark.tsx';
import { SkeletonBlock } from '../../../components/ui/skeleton.tsx';
import { showToast } from '../../../components/ui/toast.tsx';
import { useMe } from '../../../lib/calls/get-me.ts';
import { officesOptions } from '../../../lib/calls/get-offices.ts';
import { ourCopyOptions } from '../../../lib/calls/templates.ts';
import { shortDay } from '../../../lib/dates.ts';
import { useOffice } from '../../../lib/office.ts';
import { problemMessage } from '../../../lib/problem.ts';
import { adoptOffer, type Offer, offerOptions, withdrawOffer } from '../api/catalogue.ts';
import { changesBetween, fieldsOf } from '../changes.ts';
import styles from './catalogue.module.css';
import { ChangeLines } from './change-lines.tsx';
import { MergeSheet } from './merge-sheet.tsx';
import { Questions, Ratings } from './offer-talk.tsx';

/** The chosen offer: from whom, adopt, what changed since our version, who uses it, what it asks for. */
export function OfferDetail({ id, withPaper = false }: { id: string; withPaper?: boolean }) {
  const { data, error, refetch } = useQuery(offerOptions(id));
  if (!data)
    return error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <SkeletonBlock height={240} />;
  return <Detail offer={data} withPaper={withPaper} />;
}

function Detail({ offer, withPaper }: { offer: Offer; withPaper: boolean }) {
  const { t } = useTranslation('catalogue');
  const office = useOffice();
  const isOurs = offer.origin.slug === office?.slug;
  const fields = fieldsOf(offer.body);
  const named = offer.adopters.filter(({ version }) => version === offer.version).length;
  return (
    <div className={styles.detail}>
      <div>
        <h2>{t('detail.title', { name: offer.name, version: offer.version })}</h2>
        <div className={styles.origin}>
          <Mark mark={offer.origin.markSvg} size={32} />
          <div>
            <strong>{isOurs ? t('detail.ours') : t('detail.from', { name: offer.origin.name })}</strong>
            <span className={styles.meta}>
              {offer.agreement
                ? t('detail.opened', { title: offer.agreement.title, date: shortDay(offer.agreement.endsOn) })
                : t('detail.forAll')}
            </span>
          </div>
        </div>
        {offer.description && <p className={styles.note}>{offer.description}</p>}
        {offer.licence && <p className={styles.note}>{t('detail.licence', { text: offer.licence })}</p>}
        {offer.attribution && <p className={styles.note}>{t('detail.attribution', { text: offer.attribution })}</p>}
      </div>
      {isOurs ? <WithdrawAct offer={offer} /> : <AdoptAct offer={offer} />}
      {offer.isNewer && <ChangesSince offer={offer} />}
      <section className={styles.section}>
        <h3>{t(isOurs ? 'detail.usedBy' : 'detail.users')}</h3>
        {offer.adopters.length === 0 ? (
          <p className={styles.meta}>{t('detail.nobody')}</p>
        ) : (
          <ul className={styles.lines}>
            {offer.adopters.map(({ slug, name, version, adoptedAt }) => (
              <li key={slug}>
                <PartnerMark slug={slug} />
                <span>{slug === office?.slug ? t('detail.you', { name }) : name}</span>
                <span className={styles.meta}>{t('detail.since', { version, date: shortDay(adoptedAt) })}</span>
              </li>
            ))}
          </ul>
        )}
        {offer.adoptedBy > named && (
          <p className={styles.meta}>{t('detail.others', { count: offer.adoptedBy - named })}</p>
        )}
      </section>
      <Ratings offer={offer} isOurs={isOurs} />
      <Questions offer={offer} />
      {fields.length > 0 && (
        <section className={styles.section}>
          <h3>{t('detail.fields')}</h3>
          <p className={styles.note}>{fields.join('; ')}</p>
        </section>
      )}
      {withPaper && Boolean(offer.body) && (
        <section className={styles.section}>
          <h3>{t('detail.paper')}</h3>
          <TemplateSheet
            cacheKey={['offer', offer.id]}
            order={{ type: offer.type, name: offer.name, body: offer.body, defaults: offer.defaults }}
            alt={t('detail.paperAlt', { name: offer.name })}
          />
        </section>
      )}
    </div>
  );
}

function PartnerMark({ slug }: { slug: string }) {
  const office = useOffice();
  const { data } = useQuery(officesOptions);
  const mark = slug === office?.slug ? office.markSvg : data?.find((one) => one.slug === slug)?.markSvg;
  return <Mark mark={mark} size={18} />;
}

function AdoptAct({ offer }: { offer: Offer }) {
  const { t } = useTranslation('catalogue');
  const me = useMe();
  const [merging, setMerging] = useState(false);
  const adopt = useMutation({
    mutationFn: () => adoptOffer(offer.id),
    onSuccess: () => showToast(t('adopt.done', { name: offer.name })),
    onError: (error) => showToast(problemMessage(error), 'failed'),
  });
  if (offer.adoptedByMe && offer.copyId) {
    return (
      <div>
        <p className={styles.state} data-kind="ours">
          {t('adopt.have', { version: offer.version })}
        </p>
        <p className={styles.note}>
          <Link to="/pengaturan/templat/$templateId" params={{ templateId: offer.copyId }}>
            {t('adopt.openCopy')}
          </Link>
        </p>
      </div>
    );
  }
  const reason =
    offer.standing !== 'offered'
      ? t(`standing.${offer.standing}`)
      : me && !me.permissions.includes('catalogue.adopt')
        ? t('adopt.noRight')
        : null;
  if (offer.isNewer) {
    return (
      <div className={styles.stack}>
        <ActButton variant="primary" fullWidth reason={reason} onClick={() => setMerging(true)}>
          {t('merge.openAct', { version: offer.version })}
        </ActButton>
        {!reason && <p className={styles.note}>{t('merge.openNote')}</p>}
        <ActButton fullWidth loading={adopt.isPending} reason={reason} onClick={() => adopt.mutate()}>
          {t('adopt.apart')}
        </ActButton>
        <MergeSheet offer={offer} opened={merging} onClose={() => setMerging(false)} />
      </div>
    );
  }
  return (
    <div>
      <ActButton variant="primary" fullWidth loading={adopt.isPending} reason={reason} onClick={() => adopt.mutate()}>
        {t('adopt.act', { version: offer.version })}
      </ActButton>
      {!reason && <p className={styles.note}>{t(`adopt.notes.${offer.agreement?.copiesAfterEnd ?? 'national'}`)}</p>}
    </div>
  );
}

function WithdrawAct({ offer }: { offer: Offer }) {
  const { t } = useTranslation('catalogue');
  const me = useMe();
  const [asking, setAsking] = useState(false);
  const reason =
    offer.standing !== 'offered'
      ? t(`standing.${offer.standing}`)
      : me && !me.permissions.includes('templates.manage')
        ? t('withdraw.noRight')
        : null;
  return (
    <>
      <ActButton fullWidth reason={reason} onClick={() => setAsking(true)}>
        {t('withdraw.act')}
      </ActButton>
      <ConfirmBinding
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('withdraw.title', { name: offer.name })}
        consequence={t(`withdraw.consequences.${offer.agreement?.copiesAfterEnd ?? 'keep'}`)}
        act={t('withdraw.act')}
        onConfirm={() => withdrawOffer(offer.id)}
      />
    </>
  );
}

/** What the newer version changed against the one we copied. */
function ChangesSince({ offer }: { offer: Offer }) {
  const { t } = useTranslation('catalogue');
  const { origin, name, type, adoptedVersion } = offer;
  const { data: copy } = useQuery(
    ourCopyOptions(adoptedVersion === null ? null : { slug: origin.slug, name, version: adoptedVersion, type }),
  );
  if (!copy) return null;
  const changes = changesBetween(copy.body, offer.body);
  return (
    <section className={styles.section}>
      <h3>{t('changes.title', { version: adoptedVersion })}</h3>
      <ChangeLines changes={changes} />
    </section>
  );
}
