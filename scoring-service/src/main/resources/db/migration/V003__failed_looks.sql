-- How often in a row the due look failed: the pause before the next attempt grows with it, so that it holds up no other look.
alter table docket add column failed_looks int not null default 0;
