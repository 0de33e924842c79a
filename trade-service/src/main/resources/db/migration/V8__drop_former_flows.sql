-- Contracts what V7 expanded: all that was in these tables is in the new ones.
drop table trade_flow_former;
