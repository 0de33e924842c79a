-- Titles of products in Chinese, each with who wrote it: P is published by whoever keeps the classification, T a translation. Titles in
-- English are the products' own.
create table product_title (
  product_key     text     not null references product deferrable initially deferred,
  classification  text     not null,
  title           text     not null,
  origin          "char"   not null check (origin in ('P', 'T')),
  source_id       text     not null references source,
  release_id      bigint   not null references release,
  superseded_by   bigint   references release,
  primary key (product_key, release_id)
);
create index product_title_of_now on product_title (classification) where superseded_by is null;

insert into dataset (id, code, title, definition, missing, precedence, source_ids)
select max(id) + 1, 'product_titles', 'Titles of products in Chinese',
       'Titles in simplified characters: those that ship are translations of our own, others as their sources have them.',
       'Titles of headings, subheadings, groups and below: none ships.', null, '{LANCANG_TITLES_ZH}'
from dataset;
