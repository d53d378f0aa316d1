-- An upload may stream for longer than pieces that nobody commits are kept: what counts is when the newest of them came.
alter table upload rename column opened_at to last_piece_at;
alter index upload_opened_at rename to upload_last_piece_at;
