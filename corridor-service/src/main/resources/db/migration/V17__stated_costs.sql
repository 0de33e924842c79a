-- The first amount that words name, in units of its currency: what `costStated` tells, in a form that can be compared. Both are null where
-- the words name none. `Cost` reads the same words for the graph; a test holds both together.
create function stated_cost(words text, out amount numeric, out currency text) language sql immutable strict as $$
  select case when length(translate(split_part(m[2], '.', 1), ',', '')) <= 20 and length(split_part(m[2], '.', 2)) <= 20
              then translate(m[2], ',', '')::numeric * case m[3] when 'm' then 1e6 when 'bn' then 1e9 else 1e12 end end,
         case m[1] when 'US$' then 'USD' else m[1] end
  from regexp_match(words, '(US\$|[A-Z]{3}) ?(\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?) ?(bn|m|trillion)\y') m
$$;
-- Few segments have a cost, so that they are found without looking at the others.
create index segment_current_cost on segment_fact (corridor) where superseded_by is null and cost is not null;
