import type { Discipline } from './role';

/** Kinds of work that have a price of their own on the rate card. Keys are stored; names are the web's. */
export const deliverableTypes = {
  post: 'copy',
  story_script: 'copy',
  video_script: 'copy',
  ad_text: 'copy',
  article: 'copy',
  contest_rules: 'copy',
  image: 'design',
  carousel: 'design',
  story: 'design',
  cover: 'design',
  banner: 'design',
  video_edit: 'design',
  community_design: 'design',
  ad_setup: 'targeting',
  ad_management: 'targeting',
  ad_audit: 'targeting',
  audience_research: 'targeting',
} as const satisfies Record<string, Discipline>;

export type DeliverableType = keyof typeof deliverableTypes;

export const isDeliverableType = (value: unknown): value is DeliverableType =>
  typeof value === 'string' && Object.hasOwn(deliverableTypes, value);

export const deliverableTypesOf = (discipline: Discipline): readonly DeliverableType[] =>
  Object.keys(deliverableTypes)
    .filter(isDeliverableType)
    .filter((type) => deliverableTypes[type] === discipline);
