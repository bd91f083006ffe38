import { Button } from '@mantine/core';
import { IconAffiliate, IconChecks, IconSend, IconSitemap, IconWritingSign } from '@tabler/icons-react';
import { useState } from 'react';
import { ActBar } from '../../components/ui/act-bar.tsx';
import { ActButton } from '../../components/ui/act-button.tsx';
import { Choice } from '../../components/ui/choice.tsx';
import { ConfirmBinding } from '../../components/ui/confirm-binding.tsx';
import { DeskPaper } from '../../components/ui/desk-paper.tsx';
import { EmptyState } from '../../components/ui/empty-state.tsx';
import { ErrorState } from '../../components/ui/error-state.tsx';
import { ErrorSummary } from '../../components/ui/error-summary.tsx';
import { FactList } from '../../components/ui/fact-list.tsx';
import { FilterWord } from '../../components/ui/filter-sentence.tsx';
import { History } from '../../components/ui/history.tsx';
import { KbdHints } from '../../components/ui/kbd.tsx';
import { Page } from '../../components/ui/page.tsx';
import { PageBar } from '../../components/ui/page-bar.tsx';
import { PageTitle } from '../../components/ui/page-title.tsx';
import { QueueGroup, QueueRow } from '../../components/ui/queue-row.tsx';
import { SecrecyMark } from '../../components/ui/secrecy-mark.tsx';
import { SkeletonRows } from '../../components/ui/skeleton.tsx';
import { StatusChip } from '../../components/ui/status-chip.tsx';
import { StatusLine } from '../../components/ui/status-line.tsx';
import { showUndo, ToastPlace } from '../../components/ui/toast.tsx';
import { TurnMarker } from '../../components/ui/turn-marker.tsx';
import { Problem } from '../../lib/problem.ts';
import styles from './kitchen.module.css';

const now = new Date('2026-11-24T03:42:00Z');
const nothing = () => undefined;

/** Every building block in its states, to lay beside the pictures of the look. Development only. */
export function KitchenPage() {
  const [chosen, setChosen] = useState(0);
  const [asks, setAsks] = useState(false);
  const [instruction, setInstruction] = useState<'a' | 'b' | 'c'>('a');
  const rows = [
    {
      icon: IconWritingSign,
      kind: 'Tanda tangan',
      subject: 'Undangan Rapat Koordinasi Layanan Digital Desa',
      from: 'Hendra Kusumah, Kepala Dinas Kominfo',
      since: 'sejak kemarin 15.20',
      due: '2026-11-24T05:00:00Z',
      act: 'Tanda tangani',
    },
    {
      icon: IconSitemap,
      kind: 'Disposisi',
      subject: 'Permohonan data warga terdampak longsor',
      secrecy: 'terbatas' as const,
      from: 'Pemerintah Kabupaten Lebak',
      since: 'diterima hari ini 07.45',
      due: '2026-11-24T09:00:00Z',
      dueNote: 'amat segera',
      act: 'Disposisikan',
    },
    {
      icon: IconChecks,
      kind: 'Paraf',
      subject: 'Telaahan Staf pengadaan pemindai dokumen 26 kecamatan dan kelurahan',
      from: 'Rizky Pangestu, Bidang Aptika',
      since: 'sejak Senin 15.05',
      due: '2026-11-27',
      act: 'Beri paraf',
    },
    {
      icon: IconAffiliate,
      kind: 'Kesepakatan',
      subject: 'Kerja Sama Templat dengan Kabupaten Lebak',
      from: 'Bagian Kerja Sama',
      since: 'versi 3 diterima Senin',
      due: null,
      act: 'Tinjau',
      reason: 'Menunggu paraf Kabid Aptika sejak Senin.',
    },
  ];
  return (
    <main id="main">
      <PageBar
        back={{ to: '/', label: 'Perlu Anda' }}
        place={{ text: '1 dari 12', onNext: nothing }}
        acts={<ActButton variant="primary">Kirim ke 28 tujuan</ActButton>}
      />
      <Page
        aside={
          <div className={styles.stack}>
            <TurnMarker state="Menunggu dikirim" turn="Giliran Een Rohaeni, Tata Usaha">
              Sejak 10.42, tenggat hari ini 12.00. Anda juga boleh mengirimnya.
            </TurnMarker>
            <div className={styles.acts}>
              <ActButton fullWidth align="left" hotkey="D" leftSection={<IconSitemap size={20} stroke={1.75} />}>
                Disposisikan
              </ActButton>
              <ActButton
                fullWidth
                align="left"
                reason="Terkunci sejak ditandatangani. Untuk memperbaiki, buat surat ralat."
              >
                Ubah isi
              </ActButton>
            </div>
            <FactList
              title="Keterangan"
              facts={[
                { label: 'Sifat', value: 'Biasa' },
                { label: 'Klasifikasi', value: '000.1.5 Rapat Pimpinan' },
                { label: 'Keaslian', value: 'Kode K7QF-2M9D' },
              ]}
            />
            <History
              title="Riwayat"
              entries={[
                { id: '1', who: 'Menunggu dikirim Tata Usaha', when: 'sejak hari ini 10.42', current: true },
                { id: '2', who: 'Hendra Kusumah', did: 'memberi paraf', when: 'kemarin 15.20' },
                {
                  id: '3',
                  who: 'Yuni Maharani',
                  did: 'mengembalikan, lalu memberi paraf pada versi 2',
                  note: 'Tambahkan camat sebagai penerima.',
                  when: 'kemarin 11.05',
                },
              ]}
            />
          </div>
        }
      >
        <div className={styles.stack}>
          <PageTitle size="letter" lead="000.1.5/1204/Setda · Surat Undangan" mark={<SecrecyMark secrecy="terbatas" />}>
            Undangan Rapat Koordinasi Layanan Digital Desa
          </PageTitle>
          <StatusLine
            steps={[
              { id: 'a', label: 'Konsep', note: 'Rizky Pangestu, Kamis', state: 'done' },
              { id: 'b', label: 'Paraf', note: 'Yuni dan Hendra, kemarin', state: 'done' },
              { id: 'c', label: 'Tanda tangan', note: 'Laras Wiradinata, 10.42', state: 'done' },
              {
                id: 'd',
                label: 'Kirim ke 28 tujuan',
                short: 'Kirim',
                note: 'Een Rohaeni, sejak 10.42',
                state: 'current',
              },
              { id: 'e', label: 'Dibaca penerima', short: 'Dibaca', note: 'belum', state: 'next' },
            ]}
          />
          <div className={styles.acts}>
            <StatusChip status="tunggu">Menunggu paraf</StatusChip>
            <StatusChip status="selesai">Ditandatangani</StatusChip>
            <StatusChip status="masalah">Gagal</StatusChip>
            <StatusChip status="proses">Berjalan</StatusChip>
            <SecrecyMark secrecy="terbatas" />
            <SecrecyMark secrecy="rahasia" />
            <SecrecyMark secrecy="sangat_rahasia" />
          </div>
          <div className={styles.acts}>
            <ActButton variant="primary" onClick={() => setAsks(true)}>
              Tanda tangani
            </ActButton>
            <ActButton onClick={() => showUndo('Paraf diberikan pada Nota Dinas', nothing)}>Kembalikan</ActButton>
            <ActButton variant="quiet">Batal</ActButton>
            <Button loading>Menandatangani</Button>
            <ActButton
              leftSection={<IconSend size={20} stroke={1.75} />}
              reason="Menunggu paraf Kabid Aptika sejak Senin."
            >
              Kirim
            </ActButton>
          </div>
          <KbdHints
            hints={[
              { keys: ['J', 'K'], label: 'pindah' },
              { keys: ['Enter'], label: 'buka' },
            ]}
          />
          <p>
            Tampilkan surat{' '}
            <FilterWord
              label="Kotak"
              value={instruction}
              onChange={setInstruction}
              options={[
                { value: 'a', label: 'masuk' },
                { value: 'b', label: 'keluar' },
                { value: 'c', label: 'konsep' },
              ]}
            />{' '}
            pekan ini
          </p>
          <QueueGroup title="Hari ini" count={rows.length}>
            {rows.map((row, index) => (
              <QueueRow
                key={row.subject}
                {...row}
                now={now}
                chosen={index === chosen}
                onChoose={() => setChosen(index)}
                onAct={() => setAsks(true)}
                onOpen={nothing}
              />
            ))}
          </QueueGroup>
          <Choice
            label="Petunjuk"
            value={instruction}
            onChange={setInstruction}
            options={[
              { value: 'a', label: 'Tindak lanjuti' },
              { value: 'b', label: 'Siapkan jawaban' },
              { value: 'c', label: 'Wakili' },
            ]}
          />
          <ErrorSummary errors={[{ fieldId: 'main', message: 'Acara: isi acara rapat' }]} attempt={-1} />
          <ErrorState
            error={new Problem({ status: 0, code: 'network' })}
            onRetry={nothing}
            keptSince="Daftar di bawah keadaan pukul 10.38."
          />
          <SkeletonRows rows={3} withTitle />
          <EmptyState title="Tidak ada yang menunggu Anda" action={<a href="#main">Lihat yang menunggu orang lain</a>}>
            Hari ini Anda menyelesaikan 9 hal, terakhir Surat Edaran jam kerja pukul 14.10.
          </EmptyState>
          <EmptyState drawing="lock" title="Surat ini tidak ditujukan kepada Anda">
            Yang dapat membacanya hanya penyusun, pemaraf, penanda tangan, dan penerima.
          </EmptyState>
          <DeskPaper
            pages={[{ kind: 'live', content: <div className={styles.live}>Isi surat</div> }]}
            secrecy="rahasia"
          />
        </div>
      </Page>
      <ActBar
        warning="Nomor urut berikutnya pada seri Setda akan dipakai dan tidak dapat dibatalkan."
        secondary={<ActButton>Kembalikan</ActButton>}
        primary={<ActButton variant="primary">Tanda tangani</ActButton>}
      />
      <ConfirmBinding
        opened={asks}
        onClose={() => setAsks(false)}
        title="Tanda tangani 1 surat"
        consequence="Sebagai Sekretaris Daerah. Nomor urut berikutnya pada seri Setda akan dipakai dan tidak dapat dibatalkan."
        act="Tanda tangani"
        icon={<IconWritingSign size={20} stroke={1.75} />}
        withPassphrase
        onConfirm={() =>
          Promise.reject(
            new Problem({
              status: 422,
              code: 'wrong_passphrase',
              detail: 'Frasa sandi tidak cocok. Anda dapat mencoba 4 kali lagi.',
            }),
          )
        }
      />
      <ToastPlace />
    </main>
  );
}
