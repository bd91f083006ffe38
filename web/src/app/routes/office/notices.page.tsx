import { useNavigate } from '@tanstack/react-router';
import { Page } from '../../../components/ui/page.tsx';
import { NoticeList } from '../../../features/notices/components/notice-list.tsx';

const addresses: Record<string, string> = {
  letter: '/surat',
  disposition: '/disposisi',
  agreement: '/kolaborasi/kesepakatan',
  meeting: '/agenda',
  adoption_plan: '/kolaborasi/rencana',
  visit: '/kolaborasi/kunjungan',
};

/** What the person was told, newest first. */
export function NoticesPage() {
  const navigate = useNavigate();
  return (
    <Page>
      <NoticeList
        onOpen={({ subject }) => {
          if (subject.kind === 'late_turn') return void navigate({ to: '/terlambat' });
          if (subject.kind === 'delegation') return void navigate({ to: '/pengaturan', hash: 'pelimpahan' });
          if (subject.kind === 'signing_queue') return void navigate({ to: '/antrean-tanda-tangan' });
          if (subject.kind === 'signature_provider') return void navigate({ to: '/pengaturan/tanda-tangan' });
          if (subject.kind === 'offer')
            return void navigate({ to: '/kolaborasi/katalog', search: { pilih: subject.id } });
          const folder = addresses[subject.kind];
          if (folder) void navigate({ to: `${folder}/${subject.id}` });
        }}
      />
    </Page>
  );
}
