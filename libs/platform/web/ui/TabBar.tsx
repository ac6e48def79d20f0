import { Tabs } from '@mantine/core';
import type { ReactNode } from 'react';

export interface TabBarItem<V extends string> {
  value: V;
  label: string;
  count?: number | undefined;
}

/** Tabs with counts: «Наши · 3». Content goes inside as children for the chosen value. */
export function TabBar<V extends string>({
  label,
  value,
  onChange,
  items,
  children,
}: {
  label: string;
  value: V;
  onChange: (value: V) => void;
  items: readonly TabBarItem<V>[];
  children?: ReactNode;
}) {
  return (
    <Tabs
      value={value}
      onChange={(next) => {
        const item = items.find((candidate) => candidate.value === next);
        if (item) onChange(item.value);
      }}
    >
      <Tabs.List aria-label={label} px="md">
        {items.map((item) => (
          <Tabs.Tab key={item.value} value={item.value}>
            {item.count === undefined ? item.label : `${item.label} · ${item.count}`}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {children !== undefined && <Tabs.Panel value={value}>{children}</Tabs.Panel>}
    </Tabs>
  );
}
