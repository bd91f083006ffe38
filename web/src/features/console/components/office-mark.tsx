import { useQuery } from '@tanstack/react-query';
import { Mark } from '../../../components/ui/mark.tsx';
import { officesOptions } from '../../../lib/calls/get-offices.ts';

/** A regency's mark once its office is open, the blank shield before. */
export function OfficeMark({ slug, size }: { slug: string; size: number }) {
  const { data: offices } = useQuery(officesOptions);
  return <Mark mark={offices?.find((office) => office.slug === slug)?.markSvg} size={size} />;
}
