import { graphql } from '@planerka/platform/web';
import { useQuery } from 'urql';
import { ItemForm, ItemForm_item, type ItemFormProps } from './ItemForm';

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

/** The form of a publication that exists: opens with what the server has now. */
export function ItemEditor({ id, ...rest }: { id: string } & Omit<ItemFormProps, 'item' | 'onReload'>) {
  const [{ data }, refetch] = useQuery({
    query: ItemEditorQuery,
    variables: { id },
    requestPolicy: 'cache-and-network',
  });
  const item = data?.contentItem;
  if (!item) return null;
  // a newer version is another form: what was typed over the older one stays in its draft
  return (
    <ItemForm
      key={`${item.id}-${item.version}`}
      item={item}
      onReload={() => refetch({ requestPolicy: 'network-only' })}
      {...rest}
    />
  );
}
