export { examine, examineIsolation, type Finding } from './doctor.ts';
