export { copyStorage } from './copy-storage.ts';
export { examine, examineIsolation } from './doctor.ts';
