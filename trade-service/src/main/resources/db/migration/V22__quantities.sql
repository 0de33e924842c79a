-- How much was traded beside what it was worth: a quantity in the unit that the file names, and the net weight in kilograms, each with
-- whether it is an estimate. Null where a file does not say it. They are a figure's own and in no sum: units differ from product to
-- product. Nullable columns without a default are added in a moment, however many rows there are.
alter table trade_flow_row
  add column quantity            numeric,
  add column quantity_unit       text collate "C",
  add column quantity_estimated  boolean,
  add column net_weight          numeric,
  add column weight_estimated    boolean;
alter table trade_flow
  add column quantity            numeric,
  add column quantity_unit       text collate "C",
  add column quantity_estimated  boolean,
  add column net_weight          numeric,
  add column weight_estimated    boolean;
