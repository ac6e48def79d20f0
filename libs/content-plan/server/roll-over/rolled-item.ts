import type { ProposedItem, RunningCampaign } from './roll-over-plan';
import type { RolledItemObject } from './roll-over.object';

/** A proposed publication as it is shown before it is made. */
export const toRolledItem = ({
  source,
  day,
  because,
  campaign,
  isRepeated,
  tasks,
}: ProposedItem): RolledItemObject => ({
  itemId: source.id,
  title: source.title,
  format: source.format,
  rubricColour: source.rubricColour,
  wasOn: source.wasOn,
  publishOn: day.toString(),
  publishTime: source.time,
  because,
  campaign: campaign && campaignRefOf(campaign),
  losesCampaign: source.campaignId !== null && campaign === null,
  existingItemId: source.existingId,
  isRepeated,
  tasks: tasks.map(({ discipline, dueOn }) => ({ discipline, dueOn: dueOn?.toString() ?? null })),
});

export const campaignRefOf = ({ id, name, startsOn, endsOn }: RunningCampaign) => ({
  id,
  name,
  startsOn: startsOn.toString(),
  endsOn: endsOn.toString(),
});
