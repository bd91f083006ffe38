import { uuidv7 } from 'uuidv7';

/** A new UUIDv7: sortable by time of creation, so that lists are newest first by id. */
export const newId = (): string => uuidv7();
