import { sql, type RawBuilder } from 'kysely';

/** How many clients a row of `member` leads: those of the squads that they lead, archived ones not counted. */
export const clientsLedBy = (member: RawBuilder<unknown>): RawBuilder<number> => sql<number>`
  (SELECT count(*)::int FROM squad_member lead
    JOIN client led ON led.agency_id = lead.agency_id AND led.squad_id = lead.squad_id AND led.state <> 'archived'
    WHERE lead.agency_id = ${member}.agency_id AND lead.member_id = ${member}.id AND lead.is_lead)`;
