import type { ClientPack } from '../authoring';
import { briefs } from './briefs';
import { adCampaigns, campaigns, cases, expenses, revisions } from './campaigns';
import { client } from './client';
import { campaignTasks, items } from './items';
import { kit } from './kit';
import { approvals, changeRequests, comments } from './review';
import { texts } from './texts';

export const ladoga: ClientPack = {
  client,
  campaigns,
  items,
  campaignTasks,
  texts,
  briefs,
  kit,
  comments,
  approvals,
  changeRequests,
  revisions,
  expenses,
  adCampaigns,
  cases,
};
