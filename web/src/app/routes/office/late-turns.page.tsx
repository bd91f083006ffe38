import { Page } from '../../../components/ui/page.tsx';
import { LateTurns } from '../../../features/letters/components/late-turns.tsx';

/** Whose paraf or signature is late, for superiors and drafters. */
export function LateTurnsPage() {
  return (
    <Page>
      <LateTurns />
    </Page>
  );
}
