/** A `json_build_object` of expressions by their names. */
export const json = (fields: Readonly<Record<string, string>>): string =>
  `json_build_object(${Object.entries(fields)
    .map(([name, expression]) => `'${name}', ${expression}`)
    .join(', ')})`;

/** A list, empty where there is nothing; `from` begins with the table and may end with an order of its own. */
export const list = (fields: Readonly<Record<string, string>>, order: string, from: string): string =>
  `(SELECT coalesce(json_agg(${json(fields)} ORDER BY ${order}), '[]') FROM ${from})`;

export const money = (minor: string, currency: string): string =>
  json({ amount: `round(${minor} / 100.0, 2)::text`, currency });
