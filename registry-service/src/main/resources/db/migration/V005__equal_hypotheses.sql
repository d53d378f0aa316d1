-- Equal hypotheses are found by themselves: texts without ASCII letters may have no trigrams at all.
create index knowledge_equal_hypothesis on knowledge using hash (lower(hypothesis));
