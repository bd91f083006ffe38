import { ActionIcon, Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../../components/ui/avatar.tsx';
import { type ChosenPosition, PositionField } from '../../../components/ui/position-field.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import type { Chain, ChainStep } from '../rules.ts';
import styles from './writing.module.css';

const asStep = ({ id, name, holder }: ChosenPosition): ChainStep => ({ positionId: id, title: name, holder });

type ChainSheetProps = {
  chain: Chain;
  /** What the template or the unit proposes. */
  proposed: Chain | null;
  onClose: () => void;
  onUse: (chain: Chain) => void;
};

/** Who approves, in which order, and who signs. */
export function ChainSheet({ chain, proposed, onClose, onUse }: ChainSheetProps) {
  const { t } = useTranslation('writing');
  const [approvers, setApprovers] = useState(chain.approvers);
  const [signer, setSigner] = useState(chain.signer);

  function move(place: number, by: -1 | 1): void {
    const next = [...approvers];
    const [step] = next.splice(place, 1);
    if (step) next.splice(place + by, 0, step);
    setApprovers(next);
  }

  return (
    <Sheet opened onClose={onClose} title={t('chain.change')} width={560}>
      <div className={styles.sheet}>
        <h3>{t('chain.approvers')}</h3>
        {approvers.length === 0 && <p className="meta">{t('chain.noApprovers')}</p>}
        <ol className={styles.order}>
          {approvers.map((step, place) => {
            const name = step.holder ?? step.title;
            return (
              <li key={step.positionId}>
                <Avatar name={name} />
                <span className={styles.orderWords}>
                  <span className={styles.faceName}>{step.holder ?? t('chain.vacant')}</span>
                  <span className="meta">{step.title}</span>
                </span>
                <ActionIcon aria-label={t('chain.up', { name })} disabled={place === 0} onClick={() => move(place, -1)}>
                  <IconArrowUp size={20} stroke={1.75} />
                </ActionIcon>
                <ActionIcon
                  aria-label={t('chain.down', { name })}
                  disabled={place === approvers.length - 1}
                  onClick={() => move(place, 1)}
                >
                  <IconArrowDown size={20} stroke={1.75} />
                </ActionIcon>
                <ActionIcon
                  aria-label={t('remove', { name })}
                  onClick={() => setApprovers(approvers.filter((one) => one !== step))}
                >
                  <IconX size={20} stroke={1.75} />
                </ActionIcon>
              </li>
            );
          })}
        </ol>
        <PositionField
          id="tambah-pemaraf"
          label={t('chain.addApprover')}
          chosen={[]}
          onChange={(added) =>
            setApprovers([
              ...approvers,
              ...added.map(asStep).filter(({ positionId }) => approvers.every((one) => one.positionId !== positionId)),
            ])
          }
        />
        <PositionField
          id="penanda-tangan"
          label={t('chain.signer')}
          single
          chosen={signer ? [{ id: signer.positionId, name: signer.title, holder: signer.holder }] : []}
          onChange={([chosen]) => setSigner(chosen ? asStep(chosen) : null)}
        />
        <div className={styles.sheetActs}>
          {proposed && (
            <Button
              variant="subtle"
              onClick={() => {
                setApprovers(proposed.approvers);
                setSigner(proposed.signer);
              }}
            >
              {t('chain.reset')}
            </Button>
          )}
          <Button
            onClick={() => {
              // Who signs does not approve as well.
              onUse({ approvers: approvers.filter((step) => step.positionId !== signer?.positionId), signer });
              onClose();
            }}
          >
            {t('chain.use')}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
