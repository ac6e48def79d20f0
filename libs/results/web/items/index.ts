export { ItemResultsCard } from './ItemResultsCard';
