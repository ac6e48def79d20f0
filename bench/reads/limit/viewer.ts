/** The manager who asks, their squads' clients, and the agency's own days. */
export const MANAGER = `manager AS MATERIALIZED (
    SELECT m.id, c.clients FROM member m,
      LATERAL (SELECT array_agg(c.id) AS clients FROM squad_member s JOIN client c ON c.agency_id = s.agency_id AND c.squad_id = s.squad_id
        WHERE s.agency_id = m.agency_id AND s.member_id = m.id) c
    WHERE m.agency_id = $1 AND m.user_id = $2 AND m.role = 'manager' AND m.deactivated_at IS NULL)`;

export const CLIENTS = `(SELECT clients FROM manager)::uuid[]`;
export const SELF = `(SELECT id FROM manager)`;

/** Rounds that a client's retainer in force includes. */
export const ROUNDS = `rounds AS MATERIALIZED (
    SELECT DISTINCT ON (client_id) client_id, included_rounds FROM retainer
    WHERE agency_id = $1 AND valid_from <= current_date ORDER BY client_id, valid_from DESC)`;
