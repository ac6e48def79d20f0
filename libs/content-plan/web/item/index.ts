export { ItemPage, type ItemPageSlots } from './ItemPage';
