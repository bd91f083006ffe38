export { copyStorage, type StorageCopy } from './copy-storage.ts';
export { examine, examineIsolation } from './doctor.ts';
