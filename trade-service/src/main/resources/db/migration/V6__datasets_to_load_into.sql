-- Datasets that somebody's own files go into. Further ones are added over HTTP.
insert into source (id, title, locator, licence, date) values
  ('UN_COMTRADE', 'UN Comtrade Database', 'https://comtradeplus.un.org',
   'UN Comtrade''s terms: re-dissemination needs the consent of the United Nations Statistics Division', null)
on conflict (id) do nothing;
insert into dataset (id, code, title, definition, missing, precedence, source_ids) values
  (22, 'products', 'Further classifications of goods', 'Codes, levels, parents and titles of classifications that do not ship'
   ' with the service, one file a classification.', null, null, '{}'),
  (23, 'un_comtrade', 'UN Comtrade, as loaded',
   'Goods in US dollars as reporters told the United Nations: exports free on board, imports with cost, insurance and'
   ' freight unless a figure says otherwise. Rows by second partner, mode of transport or customs procedure and rows of'
   ' areas that are no partner here are left out.',
   'Everything that nobody loaded.', null, '{UN_COMTRADE}');
