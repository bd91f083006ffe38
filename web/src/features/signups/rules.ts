/** Answers of the sign-up as they are typed. */
export type SignupAnswers = {
  region: { code: string; name: string; province: string | null } | null;
  slug: string;
  name: string;
  position: string;
  email: string;
  phone: string;
};

export const steps = ['wilayah', 'alamat', 'penghubung', 'periksa'] as const;
export type Step = (typeof steps)[number];

/** An address proposed from a name: "Kabupaten Bandung Barat" → `bandung-barat`, "Kota Bandung" → `kota-bandung`. */
export function proposeSlug(name: string): string {
  const words = name.toLowerCase().replace(/^kabupaten\s+/, '');
  return words
    .normalize('NFD')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40);
}

/** The keys (in namespace `signup`) of what is wrong with a step, by field; empty when it can go on. */
export function faults(step: Step, answers: SignupAnswers): { field: keyof SignupAnswers; key: string }[] {
  const found: { field: keyof SignupAnswers; key: string }[] = [];
  if (step === 'wilayah' && !answers.region) found.push({ field: 'region', key: 'faults.region' });
  if (step === 'alamat' && !/^[a-z][a-z0-9-]{1,38}[a-z0-9]$/.test(answers.slug))
    found.push({ field: 'slug', key: 'faults.slug' });
  if (step === 'penghubung') {
    if (answers.name.trim() === '') found.push({ field: 'name', key: 'faults.name' });
    if (answers.position.trim() === '') found.push({ field: 'position', key: 'faults.position' });
    if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(answers.email.trim())) found.push({ field: 'email', key: 'faults.email' });
    if (answers.phone.replace(/\D/g, '').length < 8) found.push({ field: 'phone', key: 'faults.phone' });
  }
  return found;
}
