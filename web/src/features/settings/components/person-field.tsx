export { PersonField } from '../../../components/ui/person-field.tsx';
