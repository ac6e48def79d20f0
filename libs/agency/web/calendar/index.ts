export { UndecreedNote } from './UndecreedNote';
