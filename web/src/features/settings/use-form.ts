export { useSending } from '../../lib/use-sending.ts';
