-- A page of one partner's figures in the order of amounts is read in that order, whatever the partner has: without this index all of its
-- figures were read and sorted, or those of all partners passed over.
create index trade_flow_present_by_partner_amount on trade_flow_present (partner_code, amount);
