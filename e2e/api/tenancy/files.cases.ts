import type { TenancyCases } from './cases';

export const filesCases: TenancyCases = {
  file: (ids) => ({ document: 'query ($id: ID!) { file(id: $id) { id name url } }', variables: { id: ids.file } }),
};
