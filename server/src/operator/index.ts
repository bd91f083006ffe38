export { examine, examineIsolation } from './doctor.ts';
