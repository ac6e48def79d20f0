import { dayFromNow } from '../day';

/** Six people and a client who have never met Planerka. */

export const password = 'korabl-na-prikole-26';
const run = Date.now().toString(36);
const mail = (name: string) => `${name}-${run}@volna.example`;

export interface Invitation {
  readonly name: string;
  readonly email: string;
  readonly role: string;
  readonly discipline?: string;
}

export const ownerEmail = mail('vera');
export const manager: Invitation = { name: 'Ольга Ветрова', email: mail('olga'), role: 'SMM-менеджер' };
export const copywriter: Invitation = {
  name: 'Денис Рябов',
  email: mail('denis'),
  role: 'Специалист',
  discipline: 'Тексты',
};
export const designer: Invitation = {
  name: 'Лия Снегова',
  email: mail('liya'),
  role: 'Специалист',
  discipline: 'Дизайн',
};
export const targetologist: Invitation = {
  name: 'Тимур Галеев',
  email: mail('timur'),
  role: 'Специалист',
  discipline: 'Таргетинг',
};

/** The work is due in three days and comes out two days later; the campaign covers both. */
export const dueOn = dayFromNow(3);
export const publishOn = dayFromNow(5);
export const campaignFrom = dayFromNow(0);
export const campaignTo = dayFromNow(40);

export const approver = 'Марина Дубова';
export const publication = 'Стол, за которым поместятся все';
export const campaign = 'Раздвижные столы';
export const fee = '3 000';
