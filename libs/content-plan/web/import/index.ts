export { ImportSource } from './ImportSource';
