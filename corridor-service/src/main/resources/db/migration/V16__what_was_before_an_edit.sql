-- The audit says what was before a change, too; of earlier ones only the tables with history tell. A source that is registered is
-- nobody's word but the steward's.
alter table edit add column before jsonb not null default '{}';
alter table edit alter column source drop not null;
