import { ActionIcon, Button, Checkbox } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '../../../components/ui/avatar.tsx';
import { type ChosenPosition, PositionField } from '../../../components/ui/position-field.tsx';
import { Sheet } from '../../../components/ui/sheet.tsx';
import { announce } from '../../../lib/announce.ts';
import {
  type Chain,
  type ChainStep,
  moved,
  movedPlaces,
  type Placed,
  placesOf,
  stagesOf,
  withoutPlace,
  withoutSigners,
} from '../chain.ts';
import styles from './chain.module.css';
import writing from './writing.module.css';

const asStep = ({ id, name, holder }: ChosenPosition): ChainStep => ({ positionId: id, title: name, holder });

type ChainSheetProps = {
  chain: Chain;
  /** What the template or the unit proposes. */
  proposed: Chain | null;
  /** How many may sign a letter of this type. */
  maxSigners: number;
  onClose: () => void;
  onUse: (chain: Chain) => void;
};

/** Who approves, in which order and who of them together, and who signs. */
export function ChainSheet({ chain, proposed, maxSigners, onClose, onUse }: ChainSheetProps) {
  const { t } = useTranslation('writing');
  const [places, setPlaces] = useState<Placed[]>(() => placesOf(chain.stages));
  const [signers, setSigners] = useState(chain.signers);
  const known = [...places.map(({ step }) => step), ...signers];
  const added = (chosen: ChosenPosition[]): ChainStep[] =>
    chosen.map(asStep).filter(({ positionId }) => known.every((one) => one.positionId !== positionId));
  const nameOf = (step: ChainStep): string => step.holder ?? step.title;

  function tell(step: ChainStep, place: number, count: number): void {
    announce(t('chain.movedTo', { name: nameOf(step), place: place + 1, count }));
  }
  function movePlace(place: number, by: -1 | 1): void {
    const step = places[place]?.step;
    if (!step || !places[place + by]) return;
    setPlaces(movedPlaces(places, place, by));
    tell(step, place + by, places.length);
  }
  function moveSigner(place: number, by: -1 | 1): void {
    const step = signers[place];
    if (!step || !signers[place + by]) return;
    setSigners(moved(signers, place, by));
    tell(step, place + by, signers.length);
  }

  return (
    <Sheet opened onClose={onClose} title={t('chain.change')} width={600}>
      <div className={writing.sheet}>
        <h3>{t('chain.approvers')}</h3>
        {places.length === 0 && <p className="meta">{t('chain.noApprovers')}</p>}
        {places.length > 1 && <p className="meta">{t('chain.keys')}</p>}
        <ol className={styles.order} aria-label={t('chain.approvers')}>
          {places.map(({ step, together }, place) => (
            <Row
              key={step.positionId}
              step={step}
              together={together}
              first={place === 0}
              last={place === places.length - 1}
              onMove={(by) => movePlace(place, by)}
              onRemove={() => setPlaces(withoutPlace(places, place))}
            >
              {place > 0 && (
                <Checkbox
                  className={styles.choice ?? ''}
                  checked={together}
                  label={t('chain.togetherWith', { name: nameOf((places[place - 1] as Placed).step) })}
                  onChange={(event) => {
                    const chosen = event.currentTarget.checked;
                    setPlaces(places.map((one, index) => (index === place ? { ...one, together: chosen } : one)));
                  }}
                />
              )}
            </Row>
          ))}
        </ol>
        <PositionField
          id="tambah-pemaraf"
          label={t('chain.addApprover')}
          chosen={[]}
          onChange={(chosen) => setPlaces([...places, ...added(chosen).map((step) => ({ step, together: false }))])}
        />
        {maxSigners === 1 ? (
          <PositionField
            id="penanda-tangan"
            label={t('chain.signer')}
            single
            chosen={signers.map(({ positionId, title, holder }) => ({ id: positionId, name: title, holder }))}
            onChange={(chosen) => setSigners(chosen.slice(-1).map(asStep))}
          />
        ) : (
          <>
            <h3>{t('chain.signers')}</h3>
            <p className="meta">{t('chain.signersHint', { count: maxSigners })}</p>
            <ol className={styles.order} aria-label={t('chain.signers')}>
              {signers.map((step, place) => (
                <Row
                  key={step.positionId}
                  step={step}
                  first={place === 0}
                  last={place === signers.length - 1}
                  onMove={(by) => moveSigner(place, by)}
                  onRemove={() => setSigners(signers.filter((one) => one !== step))}
                />
              ))}
            </ol>
            {signers.length < maxSigners && (
              <PositionField
                id="penanda-tangan"
                label={t('chain.addSigner')}
                chosen={[]}
                onChange={(chosen) => setSigners([...signers, ...added(chosen)])}
              />
            )}
          </>
        )}
        <div className={writing.sheetActs}>
          {proposed && (
            <Button
              variant="subtle"
              onClick={() => {
                setPlaces(placesOf(proposed.stages));
                setSigners(proposed.signers);
              }}
            >
              {t('chain.reset')}
            </Button>
          )}
          <Button
            onClick={() => {
              onUse(withoutSigners({ stages: stagesOf(places), signers }));
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

type RowProps = {
  step: ChainStep;
  together?: boolean;
  first: boolean;
  last: boolean;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
  children?: ReactNode;
};

/** One post in the order; Alt and an arrow move it from any of its buttons. */
function Row({ step, together = false, first, last, onMove, onRemove, children }: RowProps) {
  const { t } = useTranslation('writing');
  const name = step.holder ?? step.title;
  function onKeyDown(event: KeyboardEvent): void {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    onMove(event.key === 'ArrowUp' ? -1 : 1);
  }
  return (
    <li data-together={together || undefined} onKeyDown={onKeyDown}>
      <Avatar name={name} />
      <span className={styles.words}>
        <span className={styles.faceName}>{step.holder ?? t('chain.vacant')}</span>
        <span className="meta">{step.title}</span>
      </span>
      <span className={styles.tools}>
        <ActionIcon aria-label={t('chain.up', { name })} disabled={first} onClick={() => onMove(-1)}>
          <IconArrowUp size={20} stroke={1.75} />
        </ActionIcon>
        <ActionIcon aria-label={t('chain.down', { name })} disabled={last} onClick={() => onMove(1)}>
          <IconArrowDown size={20} stroke={1.75} />
        </ActionIcon>
        <ActionIcon aria-label={t('remove', { name })} onClick={onRemove}>
          <IconX size={20} stroke={1.75} />
        </ActionIcon>
      </span>
      {children}
    </li>
  );
}
