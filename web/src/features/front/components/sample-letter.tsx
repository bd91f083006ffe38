import { Mark } from '../../../components/ui/mark.tsx';
import styles from './sample-letter.module.css';

export type Sample = {
  mark: string | null | undefined;
  government: string;
  address: string;
  place: string;
  number: string;
};

/** A letter drawn in small, as a living example; decoration, so hidden from ears. Letters are always Indonesian. */
export function SampleLetter({ sample, className }: { sample: Sample; className?: string | undefined }) {
  return (
    <div className={`${styles.frame} ${className ?? ''}`} aria-hidden="true" lang="id">
      <div className={styles.sheet}>
        <div className={styles.head}>
          <Mark mark={sample.mark} size={54} />
          <div>
            <div className={styles.government}>PEMERINTAH {sample.government.toUpperCase()}</div>
            <div className={styles.unit}>SEKRETARIAT DAERAH</div>
            <div className={styles.address}>{sample.address}</div>
          </div>
        </div>
        <div className={styles.facts}>
          <span>Nomor</span>
          <span>: {sample.number}</span>
          <span className={styles.date}>{sample.place}, 24 November 2026</span>
          <span>Sifat</span>
          <span>: Biasa</span>
          <span />
          <span>Lampiran</span>
          <span>: Satu lembar</span>
          <span />
          <span>Hal</span>
          <span>
            : <b>Undangan Rapat Koordinasi</b>
          </span>
          <span />
        </div>
        <p>Yth. Para Camat se-{sample.government}</p>
        <p className={styles.text}>
          Dalam rangka pemerataan layanan digital desa tahun 2027, dengan hormat kami mengundang Saudara untuk hadir
          pada rapat koordinasi yang akan dilaksanakan pada:
        </p>
        <div className={styles.event}>
          <span>hari, tanggal</span>
          <span>: Senin, 30 November 2026</span>
          <span>waktu</span>
          <span>: pukul 09.00 s.d. 12.00 WIB</span>
          <span>tempat</span>
          <span>: Aula Sekretariat Daerah</span>
          <span>acara</span>
          <span>: Rencana kerja layanan digital desa</span>
        </div>
        <p className={styles.text}>
          Mengingat pentingnya acara dimaksud, Saudara diharapkan hadir tepat waktu dan tidak mewakilkan.
        </p>
        <p className={styles.text}>
          Demikian undangan ini disampaikan. Atas perhatian dan kehadiran Saudara, kami ucapkan terima kasih.
        </p>
        <div className={styles.signature}>
          SEKRETARIS DAERAH,
          <span className={styles.seal}>
            <SealPattern />
            <small>
              Ditandatangani
              <br />
              secara elektronik
            </small>
          </span>
          <b>Dr. LARAS WIRADINATA, M.Si.</b>
          <br />
          Pembina Utama Madya
        </div>
      </div>
    </div>
  );
}

/** Looks like a QR code and is none: nobody should scan a drawing. */
function SealPattern() {
  const cells: string[] = [];
  for (let y = 0; y < 21; y += 1)
    for (let x = 0; x < 21; x += 1) {
      const corner = (x < 8 && y < 8) || (x > 12 && y < 8) || (x < 8 && y > 12);
      if (!corner && (x * 7 + y * 13 + x * y * 3) % 5 < 2) cells.push(`M${x} ${y}h1v1h-1z`);
    }
  const eye = (x: number, y: number) => `M${x} ${y}h7v7h-7zM${x + 1} ${y + 1}v5h5v-5zM${x + 2} ${y + 2}h3v3h-3z`;
  return (
    <svg viewBox="0 0 21 21" fillRule="evenodd" aria-hidden="true" focusable="false">
      <path d={`${eye(0, 0)}${eye(14, 0)}${eye(0, 14)}${cells.join('')}`} fill="currentColor" />
    </svg>
  );
}
