export { patternFault } from './rules.ts';
export { cancelNumber, issueNumber } from './service.ts';
