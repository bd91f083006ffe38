import type { Secrecy } from '../../components/ui/secrecy-mark.tsx';

/** Acts that ask something before they are done. */
export type AskedAct = 'sign' | 'return' | 'void' | 'withdraw' | 'cancel' | 'send' | 'register' | 'dispose';

/** What an act needs to know of its letter. */
export type ActTarget = {
  id: string;
  subject: string;
  secrecy: Secrecy;
  version?: number | undefined;
  /** As whom one acts on it now: "sebagai delegasi Kepala Dinas"; one's main post if left out. */
  actingAs?: string | undefined;
  /** How many it goes to, where that is known. */
  recipients?: number | undefined;
  /** The disposition that one passes on, where one was given the letter that way. */
  parentId?: string | undefined;
};

export type Asked = { act: AskedAct; letter: ActTarget };
