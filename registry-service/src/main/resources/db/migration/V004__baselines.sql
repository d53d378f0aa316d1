create table baseline (
    id            uuid primary key,
    revision      bigint not null,
    item          text   not null,
    baseline_date date   not null,
    recheck_by    date   not null,
    source        text   not null,
    constraint baseline_item_unique unique (item)
);

create table baseline_recheck (
    id          uuid primary key,
    baseline_id uuid        not null references baseline (id),
    at          timestamptz not null,
    actor       text        not null,
    recheck_by  date        not null,
    note        text
);

create trigger baseline_recheck_is_append_only before update or delete on baseline_recheck
    for each row execute function refuse_change();

insert into baseline (id, revision, item, baseline_date, recheck_by, source) values
    ('019e3307-e800-7000-8000-000000000001', 1, 'Trace-derived regression', '2026-05-17', '2026-06-16',
        'https://developers.openai.com/api/docs/guides/agent-evals'),
    ('019e3307-e800-7000-8000-000000000002', 1, 'MCP/tool scope experiment control', '2026-05-17', '2026-06-16',
        'https://owasp.org/www-project-mcp-top-10/');
