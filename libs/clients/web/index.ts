export { ClientPage } from './client/ClientPage';
export { ClientsPage } from './list/ClientsPage';
