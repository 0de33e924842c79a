-- Nobody reads them any more: the version that did is gone by now.
drop table trade_rollup_former, trade_product_rollup_former;
