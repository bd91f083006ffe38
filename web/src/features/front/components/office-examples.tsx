import { IconArrowRight } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { Mark } from '../../../components/ui/mark.tsx';
import type { Answer } from '../../../lib/api.ts';
import { officeUrl } from '../../../lib/office.ts';
import { accentFrom } from '../../../lib/theme/accent.ts';
import styles from './office-examples.module.css';

/** What the API may add once it counts them. */
type Counts = { districtCount?: number; sharedTemplateCount?: number; adoptedTemplateCount?: number };
type PublicOffice = Answer<'/offices'>['items'][number] & Counts;

function templatesOf(
  { sharedTemplateCount, adoptedTemplateCount }: PublicOffice,
  t: TFunction<'front'>,
): string | null {
  const shared = sharedTemplateCount ?? 0;
  const adopted = adoptedTemplateCount ?? 0;
  if (shared > 0 && adopted > 0) return t('examples.both', { shared, adopted });
  if (shared > 0) return t('examples.shares', { count: shared });
  return adopted > 0 ? t('examples.adopts', { count: adopted }) : null;
}

/** Regencies that are here already, each in its own colour. */
export function OfficeExamples({ offices }: { offices: PublicOffice[] }) {
  const { t } = useTranslation('front');
  return (
    <ul className={styles.list}>
      {offices.map((office) => {
        const accent = accentFrom(office.accent);
        const facts = [
          office.districtCount && office.province
            ? t('examples.districts', { count: office.districtCount, province: office.province })
            : office.province,
          templatesOf(office, t),
        ].filter((fact): fact is string => Boolean(fact));
        return (
          <li key={office.slug} className={styles.office}>
            <Mark mark={office.markSvg} size={46} />
            <div>
              <h2>{office.name}</h2>
              {facts.map((fact) => (
                <p key={fact} className={styles.fact}>
                  {fact}
                </p>
              ))}
              <a
                href={officeUrl(office.slug, '/masuk')}
                className={styles.link}
                style={{ '--own': accent.light.accent, '--own-dark': accent.dark.accent } as CSSProperties}
              >
                {t('examples.enter', { name: office.name.replace(/^(Kabupaten|Kota) /, '') })}
                <IconArrowRight size={18} stroke={1.75} aria-hidden />
              </a>
            </div>
          </li>
        );
      })}
    </ul>
  );
}
