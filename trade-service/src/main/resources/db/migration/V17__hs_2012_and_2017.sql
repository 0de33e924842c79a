-- Lists of the HS 2012 and 2017, and how the revisions correlate. Numbers above the packaged ones are taken by datasets that
-- stewards added.
insert into dataset (id, code, title, definition, missing, precedence, source_ids)
select (select max(id) from dataset) + place, code, title, definition, missing, null, '{CONCORDANCE_R_HS}'
from (values
  (1, 'hs2012', 'Harmonized System 2012', 'Sections, chapters, headings and subheadings of the fourth amendment.',
   'National subdivisions below six digits.'),
  (2, 'hs2017', 'Harmonized System 2017', 'Sections, chapters, headings and subheadings of the fifth amendment.',
   'National subdivisions below six digits.'),
  (3, 'correlation_hs', 'Correlation of HS 2012, 2017 and 2022',
   'Which subheadings of two revisions have goods in common, many to many; it does not say how much.',
   'Revisions before 2012.')) as shipped (place, code, title, definition, missing);
-- Concordances of several files share a table: each file replaces its own.
create index product_concordance_by_pair on product_concordance (hs_classification, sitc_classification);
