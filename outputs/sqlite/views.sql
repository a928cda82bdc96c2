-- Views for people: one row per project, and the sums that are asked for most. SQLite adds up satang as binary
-- fractions (987648.7999999999): sums that are not whole are rounded to satang.

CREATE VIEW "project_overview" AS
SELECT
    p."id", p."form", p."strategy", p."tactic", p."program", p."number", p."name", p."location",
    p."responsible_unit", p."total_baht", p."budget_text", p."fund_source",
    (SELECT group_concat("month", ';') FROM
        (SELECT "month" FROM "project_month" m WHERE m."project_id" = p."id" ORDER BY m."position")) AS "months",
    (SELECT count(*) FROM "finding" f WHERE f."project_id" = p."id") AS "findings"
FROM "project" p
ORDER BY p."id";

CREATE VIEW "budget_by_strategy" AS
SELECT
    p."strategy_number", p."strategy", b."fiscal_year",
    count(DISTINCT p."id") AS "projects",
    CASE typeof(sum(b."amount")) WHEN 'integer' THEN sum(b."amount") ELSE round(sum(b."amount"), 2) END AS "amount"
FROM "project" p JOIN "project_budget" b ON b."project_id" = p."id"
GROUP BY p."strategy_number", p."strategy", b."fiscal_year"
ORDER BY b."fiscal_year", min(p."id");

CREATE VIEW "budget_by_program" AS
SELECT
    p."program", b."fiscal_year",
    count(DISTINCT p."id") AS "projects",
    CASE typeof(sum(b."amount")) WHEN 'integer' THEN sum(b."amount") ELSE round(sum(b."amount"), 2) END AS "amount"
FROM "project" p JOIN "project_budget" b ON b."project_id" = p."id"
GROUP BY p."program", b."fiscal_year"
ORDER BY b."fiscal_year", sum(b."amount") DESC;

-- A project of several units counts for each of them: these sums overlap.
CREATE VIEW "budget_by_unit" AS
SELECT
    u."unit", b."fiscal_year",
    count(DISTINCT u."project_id") AS "projects",
    CASE typeof(sum(b."amount")) WHEN 'integer' THEN sum(b."amount") ELSE round(sum(b."amount"), 2) END AS "amount"
FROM (SELECT DISTINCT "project_id", "unit" FROM "project_unit") u
JOIN "project_budget" b ON b."project_id" = u."project_id"
GROUP BY u."unit", b."fiscal_year"
ORDER BY b."fiscal_year", sum(b."amount") DESC;

CREATE VIEW "projects_by_month" AS
SELECT m."position", m."month", count(*) AS "projects"
FROM "project_month" m
GROUP BY m."position", m."month"
ORDER BY m."position";
