/** A LIKE pattern for text that contains `text`; its own `%` and `_` are literal. */
export const likePattern = (text: string): string => `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
