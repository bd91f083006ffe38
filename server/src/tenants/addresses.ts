/** The address of a regency's office: its slug before the public host. */
export function officeUrl(publicUrl: string, slug: string): string {
  const url = new URL(publicUrl);
  url.hostname = `${slug}.${url.hostname}`;
  return url.origin;
}

/** Where the holder of an activation token sets a password. */
export const activationUrl = (publicUrl: string, slug: string, token: string): string =>
  `${officeUrl(publicUrl, slug)}/aktivasi?token=${encodeURIComponent(token)}`;
