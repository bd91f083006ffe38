import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { apiBase, authorizedFetch } from './api.ts';
import { asProblem, type Problem, toProblem } from './problem.ts';

async function fetchFile(path: string): Promise<Blob> {
  let response: Response;
  try {
    response = await authorizedFetch(`${apiBase}${path}`);
  } catch (error) {
    throw asProblem(error);
  }
  if (!response.ok) throw toProblem(response, await response.json().catch(() => null));
  return response.blob();
}

/**
 * A file that only the signed-in may read, as an address for `<img>` and as its bytes: the content security policy
 * lets no script fetch a blob's address. `path` is below the API's base; null asks for nothing.
 */
export function useProtectedFile(path: string | null): {
  src: string | null;
  file: Blob | null;
  error: Problem | null;
} {
  const { data, error } = useQuery({
    queryKey: ['file', path],
    queryFn: () => fetchFile(path ?? ''),
    enabled: path !== null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
  const [src, setSrc] = useState<string | null>(null);
  useEffect(() => {
    if (!data) return setSrc(null);
    const url = URL.createObjectURL(data);
    setSrc(url);
    return () => URL.revokeObjectURL(url);
  }, [data]);
  return { src, file: data ?? null, error: error ? asProblem(error) : null };
}

/** Saves a protected file under `name`. @throws Problem */
export async function downloadFile(path: string, name: string): Promise<void> {
  const url = URL.createObjectURL(await fetchFile(path));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
