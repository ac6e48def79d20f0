import { graphql } from '@planerka/platform/web';
import { useQuery } from 'urql';
import { ItemForm, type ItemFormProps } from './ItemForm';
import { ItemForm_item } from './item-form.documents';

const ItemEditorQuery = graphql(
  `
    query ItemEditor($id: ID!) {
      contentItem(id: $id) {
        id
        ...ItemForm_item
      }
    }
  `,
  [ItemForm_item],
);

/** The form of a publication that exists: opens with what the server has now, and follows what others save. */
export function ItemEditor({ id, ...rest }: { id: string } & Omit<ItemFormProps, 'item' | 'onReload'>) {
  const [{ data }, refetch] = useQuery({
    query: ItemEditorQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const item = data?.contentItem;
  if (!item) return null;
  return <ItemForm item={item} onReload={() => refetch({ requestPolicy: 'network-only' })} {...rest} />;
}
